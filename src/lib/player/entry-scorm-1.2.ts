import { scorm12 } from '#lib/tracker/scorm-1.2.ts';
import { start } from './package-start.ts';

start((data) => scorm12(window, data.module, data));
