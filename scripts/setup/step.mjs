// One line per step; a long step says every ten seconds that it is alive. A SetUpError carries the sentence a person needs.

/** The beginning says what, the end says where to read on. */
function shorten(/** @type {string} */ detail) {
  const lines = detail.trim().split('\n');
  return (lines.length <= 24 ? lines : [...lines.slice(0, 16), '…', ...lines.slice(-7)]).join('\n  ');
}

export class SetUpError extends Error {
  /**
   * @param {string} what could not be had
   * @param {string} remedy what to do about it
   * @param {string} [detail] the tool's own words
   */
  constructor(what, remedy, detail) {
    super(`${what}\n  What to do: ${remedy}${detail ? `\n  Details: ${shorten(detail)}` : ''}`);
    this.name = 'SetUpError';
  }
}

const seconds = (/** @type {number} */ since) => ((Date.now() - since) / 1000).toFixed(1);

/**
 * Runs one step of set-up and prints its line. `work` returns what to print, or undefined when there was nothing to do.
 * @param {string} name
 * @param {(say: (progress: string) => void) => Promise<string | undefined>} work
 */
export async function step(name, work) {
  const since = Date.now();
  let progress = '';
  const alive = setInterval(
    () => console.log(`  … ${name}: ${progress ? `${progress}, ` : ''}${Math.round((Date.now() - since) / 1000)} s`),
    10_000,
  );
  try {
    const result = await work((text) => {
      progress = text;
    });
    if (result !== undefined) console.log(`✓ ${name}: ${result} (${seconds(since)} s)`);
  } catch (error) {
    console.error(`✗ ${name} (${seconds(since)} s)`);
    throw error;
  } finally {
    clearInterval(alive);
  }
}
