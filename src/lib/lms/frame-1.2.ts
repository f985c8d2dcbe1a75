import { startFrame } from './frame.ts';
import { judge12 } from './judge-1.2.ts';
import { PROFILES_12 } from './profiles-1.2.ts';
import { launch } from './saved-1.2.ts';
import { LEARNER } from './saved.ts';
import { scormAgain12 } from './scorm-again-1.2.ts';

startFrame(window, {
	before: (saved, mode) => launch(saved, LEARNER, mode, 'kept'),
	scormAgain: (saved) => scormAgain12({ saved }),
	judge: (saved, mode, esr) => judge12({ saved, mode, profile: esr ? 'esr' : 'full' }),
	esr: PROFILES_12.esr.only
});
