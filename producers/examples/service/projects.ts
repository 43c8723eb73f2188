// The projects, in memory; what is wrong with a request is thrown as an error with the status to answer.
import { setImmediate as turn } from "node:timers/promises";

export interface Project {
  id: string;
  containerId: string;
  containerParentId: string;
  name: string;
  labels: Record<string, string>;
  state: "ACTIVE" | "DELETING";
}

export class Projects {
  readonly #projects = new Map<string, Project>();

  get(id: string): Project {
    const project = this.#projects.get(id);
    if (project === undefined) throw refusal(404, "there is no such project");
    return project;
  }

  add(project: Omit<Project, "state">): Project {
    const added: Project = { ...project, state: "ACTIVE" };
    this.#projects.set(project.id, added);
    return added;
  }

  update(id: string, change: { name?: string; labels?: Record<string, string> }): Project {
    return Object.assign(this.#active(id), change);
  }

  deleteLabels(id: string, keys: readonly string[]): void {
    const project = this.#active(id);
    project.labels = Object.fromEntries(Object.entries(project.labels).filter(([key]) => !keys.includes(key)));
  }

  beginDeletion(id: string): void {
    this.#active(id).state = "DELETING";
  }

  /** What takes minutes in a real service: everything within the project goes first. */
  async erase(id: string): Promise<void> {
    await turn();
    this.#projects.delete(id);
  }

  #active(id: string): Project {
    const project = this.get(id);
    if (project.state === "DELETING") throw refusal(409, "the project is being deleted");
    return project;
  }
}

export const refusal = (statusCode: number, message: string): Error =>
  Object.assign(new Error(message), { statusCode });
