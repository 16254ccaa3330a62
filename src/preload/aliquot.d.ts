/** What the preload script puts into the window, besides forwarding one MessagePort. */
interface AliquotBridge {
  /** An opaque token that stands for a dropped or chosen file in requests to the engine; '' for a file that is not on a disk. */
  fileToken(file: File): string;
  /**
   * Called when the engine is gone or cannot serve. `restarting`: a new one is on its way, so a new port may be offered now. Otherwise offering a new
   * port asks for the restart. Returns the way to stop listening.
   */
  onEngineLost(listener: (loss: { readonly code: string; readonly restarting: boolean }) => void): () => void;
}

interface Window {
  readonly aliquot: AliquotBridge;
}
