// An input that is not a valid event. Thrown and caught inside record(): the caller sees it as a Delivery.

/** The message names the field and what was expected there, never the value: that may be a secret. */
export class Refused extends Error {
  override readonly name = "Refused";
}
