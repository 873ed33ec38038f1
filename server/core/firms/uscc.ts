const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A unified social credit code as it identifies a firm: half-width capitals without blanks. */
export function normalUscc(code: string): string {
  return code.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}

/** Whether a normalised code has 18 characters of the code's alphabet and the check character of GB 32100-2015. */
export function isValidUscc(code: string): boolean {
  if (code.length !== 18) return false;
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, 17)) {
    const value = alphabet.indexOf(character);
    if (value < 0) return false;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return code[17] === alphabet[(31 - (sum % 31)) % 31];
}
