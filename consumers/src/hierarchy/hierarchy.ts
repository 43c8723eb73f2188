// The hierarchy in memory: facts in, places out. Which fact comes first makes no difference; a parent may come after its children.
import { type Fact, isNewer, isSamePlace, type NodeType, type Place } from "./fact.ts";

/** A node as its newest fact has it. */
interface Node extends Fact {
  place: Place | undefined;
  /** Steps to its organization. */
  depth: number;
}

export interface KnownNode {
  readonly id: string;
  readonly type: NodeType;
  readonly containerId: string;
  readonly place: Place | undefined;
}

/** Deeper is a mistake of whoever says so: Resource Manager's own bound is far below. */
const MAX_DEPTH = 32;
/** 340 bytes each, measured with 222,000. */
const MAX_NODES = 1_000_000;
const MAX_NAME_LENGTH = 256;

export class Hierarchy {
  readonly #maxNodes: number;
  readonly #nodes = new Map<string, Node>();
  /** Organizations and folders by container id. */
  readonly #named = new Map<string, Set<Node>>();
  /** Nodes by their parent, as they name it. */
  readonly #below = new Map<string, Set<Node>>();
  #version = 0;
  #placed = 0;

  constructor(maxNodes: number = MAX_NODES) {
    this.#maxNodes = maxNodes;
  }

  /** Grows with every change: what was asked before may have another answer then. */
  get version(): number {
    return this.#version;
  }

  get nodes(): number {
    return this.#nodes.size;
  }

  /** Nodes from which no way leads up to an organization: a parent is missing, in doubt, or the way goes round. */
  get unresolved(): number {
    return this.#nodes.size - this.#placed;
  }

  /** What is new is not learned any more. */
  get isFull(): boolean {
    return this.#nodes.size >= this.#maxNodes;
  }

  /** Undefined where the organization is not known (yet). */
  above(scopeId: string): Place | undefined {
    return this.#nodes.get(scopeId)?.place;
  }

  node(id: string): KnownNode | undefined {
    return this.#nodes.get(id);
  }

  ids(): Iterable<string> {
    return this.#nodes.keys();
  }

  /** Returns the ids of the nodes that are new, or are not what they were: those below a folder that moved are among them. */
  learn(facts: Iterable<Fact>): string[] {
    const renewed = new Set<Node>();
    const names = new Set<string>();
    for (const fact of facts) {
      const node = isSound(fact) ? this.#take(fact, names) : undefined;
      if (node !== undefined) renewed.add(node);
    }
    const changed = this.#placeAnew(renewed, names);
    if (changed.length > 0) this.#version++;
    return changed;
  }

  /** `names`: those by which nodes name a parent that is another one now. */
  #take(fact: Fact, names: Set<string>): Node | undefined {
    const known = this.#nodes.get(fact.id);
    if (known === undefined && this.isFull) return undefined;
    if (known !== undefined && !isNewer(fact, known)) return undefined;
    const { id, type, containerId, parent, eventTime } = fact;
    const node = known ?? { id, type, containerId, parent, eventTime, place: undefined, depth: 0 };
    if (known !== undefined) {
      addNames(names, known);
      remove(this.#below, known.parent, known);
      remove(this.#named, known.containerId, known);
      Object.assign(known, { type, containerId, parent, eventTime });
    }
    this.#nodes.set(id, node);
    if (type !== "ORGANIZATION") add(this.#below, parent, node);
    if (type !== "PROJECT") add(this.#named, containerId, node);
    addNames(names, node);
    return node;
  }

  /** Those, and all below: each name is followed once, however many nodes claim it. */
  #affected(renewed: ReadonlySet<Node>, names: ReadonlySet<string>): Set<Node> {
    const affected = new Set(renewed);
    const followed = new Set(names);
    for (const name of followed)
      for (const child of this.#below.get(name) ?? []) {
        affected.add(child);
        addNames(followed, child);
      }
    return affected;
  }

  /** Top down from those whose parent stays as it is. Nodes of a ring are never reached, and have no place. */
  #placeAnew(renewed: ReadonlySet<Node>, names: ReadonlySet<string>): string[] {
    const affected = this.#affected(renewed, names);
    const before = new Map<Node, Place | undefined>();
    for (const node of affected) {
      before.set(node, node.place);
      if (node.place !== undefined) this.#placed--;
      node.place = undefined;
    }
    const ready = [...affected].filter((node) => {
      const parent = this.#parentOf(node);
      return parent === undefined || !affected.has(parent);
    });
    for (const node of ready) {
      this.#place(node);
      for (const child of this.#childrenOf(node)) ready.push(child);
    }
    return [...affected]
      .filter((node) => renewed.has(node) || !isSamePlace(before.get(node), node.place))
      .map(({ id }) => id);
  }

  /** A name that others claim too has no children, and is not looked at: there may be as many claims as children. */
  #childrenOf(node: Node): Set<Node> {
    const { id, type, containerId } = node;
    const children = new Set<Node>();
    if (type === "PROJECT") return children;
    const names = this.#named.get(containerId)?.size === 1 ? [id, containerId] : [id];
    for (const name of names)
      for (const child of this.#below.get(name) ?? []) if (this.#parentOf(child) === node) children.add(child);
    return children;
  }

  #place(node: Node): void {
    const parent = this.#parentOf(node);
    node.depth = parent === undefined ? 0 : parent.depth + 1;
    node.place =
      node.type === "ORGANIZATION"
        ? { organizationId: node.id, folderId: "", folderIds: [] }
        : placeUnder(node, parent);
    if (node.place !== undefined) this.#placed++;
  }

  /** A container id that two nodes claim names neither: an event of one customer never goes to another. */
  #parentOf({ type, parent }: Node): Node | undefined {
    if (type === "ORGANIZATION") return undefined;
    const byId = this.#nodes.get(parent);
    if (byId !== undefined && byId.type !== "PROJECT") return byId;
    const [named, another] = this.#named.get(parent) ?? [];
    return another === undefined ? named : undefined;
  }
}

/** A project's place is its parent's, the very object: there are as many as there are organizations and folders. */
function placeUnder({ id, type, depth }: Node, parent: Node | undefined): Place | undefined {
  if (parent?.place === undefined || depth > MAX_DEPTH) return undefined;
  const { organizationId, folderIds } = parent.place;
  return type === "FOLDER" ? { organizationId, folderId: id, folderIds: [id, ...folderIds] } : parent.place;
}

const isSound = ({ id, containerId, parent }: Fact): boolean =>
  id !== "" && [id, containerId, parent].every(({ length }) => length <= MAX_NAME_LENGTH);

/** By which a node below may name it. */
function addNames(names: Set<string>, { id, type, containerId }: Node): void {
  if (type !== "PROJECT") names.add(id).add(containerId);
}

function add(groups: Map<string, Set<Node>>, name: string, node: Node): void {
  if (name === "") return;
  const group = groups.get(name);
  if (group === undefined) groups.set(name, new Set([node]));
  else group.add(node);
}

function remove(groups: Map<string, Set<Node>>, name: string, node: Node): void {
  const group = groups.get(name);
  group?.delete(node);
  if (group?.size === 0) groups.delete(name);
}
