// Italian tax codes as people meet them: with letters in place of digits, and the eleven digits of a provisional one.

/** The values of the characters in odd places, `0` to `9` and `A` to `Z` alike (DM 23 December 1976). */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
const value = (char) => (/\d/.test(char) ? Number(char) : char.charCodeAt(0) - 65);

/** The last character of a code of sixteen, from the fifteen before it. */
export function checkLetter(first) {
  const sum = [...first].reduce((total, char, place) => total + (place % 2 === 0 ? ODD[value(char)] : value(char)), 0);
  return String.fromCharCode(65 + (sum % 26));
}

/** The code that somebody is given whose own is another's already: its last digit becomes a letter. */
export function omocode(code) {
  const first = `${code.slice(0, 14)}${"LMNPQRSTUV"[Number(code[14])]}`;
  return `${first}${checkLetter(first)}`;
}

/** Eleven digits whose last one fits the ten before it. */
export function elevenDigits(ten) {
  const sum = [...ten].reduce((total, char, place) => {
    const doubled = Number(char) * 2;
    return total + (place % 2 === 0 ? Number(char) : doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${ten}${(10 - (sum % 10)) % 10}`;
}
