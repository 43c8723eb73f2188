// What three characters in a row may begin: one entry per kind of secret, compiled into tables that look.ts walks along.

/** What a text may hold; several at once. */
export const MAY = {
  /** Something that JSON writes with a backslash. */
  NEED_ESCAPE: 1,
  /** The name of a secret, or what else stands before one. */
  NAME: 2,
  /** An address with credentials. */
  ADDRESS: 4,
  /** An address that is a secret itself. */
  HOOK: 8,
  KEY: 16,
  TOKEN: 32,
  AT: 64,
  COLON: 128,
  BE_BEYOND_ASCII: 256,
} as const;

/**
 * Three characters that stand in every secret of a kind, or in its name: the rarest three, so that "com" and "user" cost nothing.
 * Case does not matter; 0 is any digit, ? any character, ¿ any beyond ASCII, ! any that is in no other class.
 */
const THREES: readonly (readonly [number, string])[] = [
  // password, passphrase …; pw; token; secret; plaintext, cleartext; stringdata; codes; auth; key; credential; cookie; session
  [
    MAY.NAME,
    "pas pw? psk tok ecr lai lea gda g_d g-d cod uth key red oki ess ssi sid sas sig otp pin cvv cvc jwt jwk dsn pfx pkc cfg",
  ],
  // sensitive: true, masked: true, SecureString; kubeconfig, dockerconfigjson, netrc, userdata, connection, identified by, kty, mnemonic, phrase, answer, community, saml, assertion, verifier
  [MAY.NAME, "nsi ske ecu ube ock trc rda r_d r-d onn jdb fie kty mne phr nsw mmu aml sse rif mfa bea ypt"],
  // kennwort, geheimnis, zugangsdaten, contraseña, clave, senha, wachtwoord, lösenord, heslo, hasło, salasana, adgangskode, şifre; commands
  [MAY.NAME, "nnw geh zug ntr lav nha htw eno esl asl as¿ asa chi adg ifr ¿¿? !-u --u mys ogi dis lda"],
  [MAY.ADDRESS, ":// //? jdb @tc @ud @un"],
  [MAY.HOOK, "hoo ftt erd tpa /bo"],
  [MAY.KEY, "iva ls0 mii mig mih mhc mc0 b0b ge-"],
  // bearer, basic, negotiate, ntlm, ssws, response=, JWT
  [MAY.TOKEN, "rer sic neg ntl ssw nse eyj eya ewo ew0"],
  [
    MAY.TOKEN,
    "ghp gho ghu ghs ghr ub_ glp gld glr glc glf gls gli gla oas lwt gr0 tt0 atb npm pyp rub akc sgp dck cci bku nfp gd_ pma pul aiz ya0 goc 0// gaa azd acd " +
      "+as +ac 0q~ v0_ dap psc sbp hrk fm0 tsk dt0 hvb hvs hvr dp. atl xox xap sg. :aa key sk_ rk_ k_l k_t whs sq0 shp snt nra sk- hf_ n_a ntn aki asi",
  ],
  [MAY.TOKEN, "md0 {sh {ss {md {sm {cr"],
];

/** As rare as z, and of its class, so that "." has one of its own: hosts are full of them. */
const Q = 17;
const Z = 25;
const DIGIT = 26;
const BEYOND_ASCII = 30;
const MARKS: Readonly<Record<string, number>> = {
  "-": 27,
  _: 28,
  ".": 29,
  "~": 30,
  "{": 30,
  "+": 30,
  ":": 31,
  "/": 31,
  "=": 31,
  "@": 31,
};
const CLASS_BITS = 5;
const CLASSES = 2 ** CLASS_BITS;
const KIND = CLASSES - 1;
const LAST_THREE = CLASSES ** 3 - 1;

const letterClass = (place: number): number => {
  if (place === Q) return Z;
  return place < Q ? place : place - 1;
};

const classOf = (character: string): number => {
  if (/[a-z]/.test(character)) return letterClass(character.charCodeAt(0) - 96);
  if (/\d/.test(character)) return DIGIT;
  return character === "¿" ? BEYOND_ASCII : (MARKS[character] ?? 0);
};
/** Per ASCII character: what it says alone, above its class. */
const ASCII = Uint16Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return (alone(character) << CLASS_BITS) | classOf(character.toLowerCase());
});
/** Per three classes: what they begin. */
const THREE = new Uint8Array(CLASSES ** 3);

function alone(character: string): number {
  if (character < " " || character === '"' || character === "\\") return MAY.NEED_ESCAPE;
  if (character === "$") return MAY.TOKEN;
  if (character === "@") return MAY.AT;
  if (character === "%") return MAY.ADDRESS;
  return character === ":" ? MAY.COLON : 0;
}

for (const [kind, words] of THREES) {
  for (const word of words.split(" ")) {
    const [first = 0, second = 0, third = 0] = Array.from(word, classOf);
    const thirds = word.endsWith("?") ? Array.from({ length: CLASSES }, (_, index) => index) : [third];
    for (const last of thirds) THREE[(first * CLASSES + second) * CLASSES + last]! |= kind;
  }
}

/** Per two classes: the third ones that follow them in THREE, one bit each. Small enough to stay near the processor. */
const PAIR = Int32Array.from({ length: CLASSES ** 2 }, (_, two) => {
  let thirds = 0;
  for (let third = 0; third < CLASSES; third++) if (THREE[two * CLASSES + third]! > 0) thirds |= 1 << third;
  return thirds;
});

export const lookTables = { ASCII, THREE, PAIR, CLASS_BITS, KIND, LAST_THREE, DIGIT, BEYOND_ASCII };
