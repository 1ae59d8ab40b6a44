const CODE = /^(\d{8}|\d{12,14})$/;

/** Whether it is a barcode of goods, with the check digit that its others call for (https://ref.gs1.org/standards/genspecs/, 7.9). */
export function isGtin(code: string): boolean {
  if (!CODE.test(code)) return false;
  const sum = [...longestForm(code)].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  return sum % 10 === 0;
}

/** All spellings of a code are one in its longest form. */
export function longestForm(code: string): string {
  return code.padStart(14, '0');
}
