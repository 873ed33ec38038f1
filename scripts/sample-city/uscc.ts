const uscCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** An invented unified social credit code: right in its check characters (GB 32100, GB 11714), with region 000000, which no place has. */
export function inventUscc(serial: number): string {
  const organisation = `YT${String(serial).padStart(6, '0')}`;
  const body = `91000000${organisation}${organisationCheck(organisation)}`;
  return body + checkCharacter(body);
}

function organisationCheck(body: string): string {
  const sum = [...body].reduce(
    (total, character, i) => total + organisationValue(character) * (organisationWeights[i] ?? 0),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}
const organisationValue = (character: string) =>
  character >= 'A' ? character.charCodeAt(0) - 'A'.charCodeAt(0) + 10 : Number(character);

function checkCharacter(body: string): string {
  let [sum, weight] = [0, 1];
  for (const character of body) {
    sum += uscCharacters.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return uscCharacters[(31 - (sum % 31)) % 31] as string;
}
