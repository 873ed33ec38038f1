import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { run } from './gate.mjs';

const reports = '.yuantu/reports';

/** Runs vitest projects, or some of their files, with their output shown, and counts every test from the report it leaves. */
export async function runVitest(title, projects, env, files = []) {
  mkdirSync(reports, { recursive: true });
  const report = join(reports, `${title}.json`);
  rmSync(report, { force: true });
  const code = await run(
    [
      process.execPath,
      'node_modules/vitest/vitest.mjs',
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      '--passWithNoTests',
      ...files,
    ],
    env,
  );
  const counts = countTests(title, readReport(report));
  if (code !== 0 && counts.failures.length === 0) counts.failures.push(`${title}: vitest ended with ${code}`);
  return counts;
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { testResults: [] };
  }
}

/** A file that could not even be read has no tests, and is itself the failure. */
function countTests(title, report) {
  const counts = { passed: 0, failures: [], skips: [] };
  for (const file of report.testResults) {
    const where = `${title}: ${relative(process.cwd(), file.name)}`;
    const tests = file.assertionResults;
    for (const test of tests) {
      const name = `${where} › ${test.fullName.trim()}`;
      if (test.status === 'passed') counts.passed += 1;
      else if (test.status === 'failed') counts.failures.push(name);
      else counts.skips.push(name);
    }
    const told = tests.some((test) => test.status === 'failed');
    if (file.status === 'failed' && !told) counts.failures.push(`${where}: ${firstLine(file.message)}`);
  }
  return counts;
}

function firstLine(text) {
  return (text ?? '').trim().split('\n')[0] || 'could not be run';
}
