// What `electron <folder>` runs when a distribution has no default app of its own: names the application after the folder's package.json and imports its main file.
// Used by the stand-in runtime of set-up alone; never part of a package.
// Awaits the import: Electron is not `ready` before its main module has ended, and much may only be said before that.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const args = process.argv.slice(1);
const modules = [];
let target;
for (let at = 0; at < args.length; at += 1) {
  if (args[at] === '-r' || args[at] === '--require') modules.push(args[++at]);
  else if (!args[at].startsWith('-')) {
    target = args[at];
    break;
  }
}

const require = createRequire(path.join(process.cwd(), 'index.js'));
for (const module of modules) require(module);

const place = path.resolve(target ?? '.');
const folder = fs.statSync(place).isDirectory() ? place : path.dirname(place);
let main = place;
if (folder === place) {
  const description = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  if (description.version) app.setVersion(description.version);
  app.name = description.productName ?? description.name ?? app.name;
  app.setPath('userData', path.join(app.getPath('appData'), app.name));
  main = path.resolve(folder, description.main ?? 'index.js');
}
app.setAppPath(folder);
try {
  await import(pathToFileURL(main).href);
} catch (error) {
  console.error(error);
  app.exit(1);
}
