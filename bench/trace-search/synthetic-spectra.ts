/** Bands of a spectrum: place and standard deviation in points, height. */
export type Bands = readonly { readonly place: number; readonly width: number; readonly height: number }[];

/** Bands as infrared spectra of solids have them: most in the lower half of the range, 8 to 40 cm-1 wide on a grid of 2 cm-1. */
export function family(random: () => number): Bands {
  return bands(12, random);
}

/** A spectrum of a family: its bands a little higher or lower, and as many of its own. */
export function familyOf(shared: Bands, random: () => number, points: number): Float64Array {
  const y = new Float64Array(points);
  for (const band of shared) addBand(y, { ...band, height: band.height * (0.5 + random()) });
  for (const band of bands(12, random)) addBand(y, band);
  return y;
}

export function noisy(values: Float64Array, random: () => number, deviation: number): Float64Array {
  return values.map((value) => value + deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()));
}

function bands(count: number, random: () => number): Bands {
  return Array.from({ length: count }, () => ({
    place: random() < 0.8 ? 700 * random() : 1200 + 450 * random(),
    width: 2 + 6 * random(),
    height: 0.1 + random() ** 2,
  }));
}

function addBand(y: Float64Array, { place, width, height }: Bands[number]): void {
  for (let i = Math.max(0, Math.ceil(place - 6 * width)); i < Math.min(y.length, place + 6 * width); i++) {
    y[i]! += height * Math.exp(-((i - place) ** 2) / (2 * width * width));
  }
}
