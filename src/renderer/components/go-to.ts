/** Opens an address from outside React (the search for everything); the window's history is the part after `#`. */
export function goTo(address: string): void {
  window.location.hash = address;
}
