// Bounds how long something is waited for; it goes on by itself.

/** Rejects with an Error of that message after so many milliseconds. */
export async function within<T>(milliseconds: number, promise: Promise<T>, message: string): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(message)), milliseconds);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
