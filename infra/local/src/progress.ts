// What is happening, one line each, with the seconds since the start.

export function progress(write: (line: string) => void = console.log): (line: string) => void {
  const started = performance.now();
  return (line) => write(`${((performance.now() - started) / 1_000).toFixed(1).padStart(6)} s  ${line}`);
}
