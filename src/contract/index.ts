import { audit } from './audit';
import { backup } from './backup';
import { batches } from './batches';
import { casework } from './casework';
import { identify } from './identify';
import { jobs } from './jobs';
import { laboratory } from './laboratory';
import { library } from './library';
import { lots } from './lots';
import { measurements } from './measurements';
import { people } from './people';
import { reports } from './reports';
import { substances } from './substances';
import { system } from './system';
import { validation } from './validation';

/** Everything the window may ask of the engine. */
export const contract = {
  system,
  people,
  audit,
  jobs,
  laboratory,
  backup,
  substances,
  lots,
  library,
  measurements,
  identify,
  batches,
  validation,
  casework,
  reports,
};
