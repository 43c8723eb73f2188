// A program that can be started again with the same configuration: what supervision and fault tests need.
import { Program, type ProgramSpec } from "./program.ts";

export class KeptProgram {
  readonly url: string;
  readonly name: string;
  readonly #spec: ProgramSpec;
  #current: Program;

  constructor(spec: ProgramSpec) {
    this.#spec = spec;
    this.#current = new Program(spec);
    this.url = this.#current.url;
    this.name = spec.name;
  }

  get current(): Program {
    return this.#current;
  }

  /** Returns when the new process is ready; throws with the end of its log where it does not get there. */
  async restart(): Promise<void> {
    this.#current = new Program(this.#spec);
    await this.#current.ready();
  }
}
