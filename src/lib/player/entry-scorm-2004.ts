import { scorm2004 } from '#lib/tracker/scorm-2004.ts';
import { start } from './package-start.ts';

start((data) => scorm2004(window, data.module, data));
