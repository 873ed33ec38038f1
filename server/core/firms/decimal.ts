/** Decimal places kept: far more than money or shares are written with. */
const PLACES = 12;

/** An amount as written, in whole units of 10^-12, so that sums and comparisons are exact. */
export function exact(amount: number): bigint {
  const [mantissa = '0', exponent = '0'] = String(amount).split('e');
  const [whole = '0', fraction = ''] = mantissa.replace('-', '').split('.');
  const shift = PLACES - fraction.length + Number(exponent);
  const digits = BigInt(whole + fraction);
  const scaled = shift >= 0 ? digits * 10n ** BigInt(shift) : digits / 10n ** BigInt(-shift);
  return amount < 0 ? -scaled : scaled;
}

/** Sums amounts exactly. */
export function exactSum(amounts: readonly number[]): bigint {
  return amounts.reduce((sum, amount) => sum + exact(amount), 0n);
}

/** Back to the nearest number. */
export function asNumber(units: bigint): number {
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(PLACES + 1, '0');
  return Number(`${sign}${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`);
}

/** Multiplies an exact amount by an amount as written, exactly up to 10^-12. */
export function times(units: bigint, factor: number): bigint {
  return (units * exact(factor)) / 10n ** BigInt(PLACES);
}
