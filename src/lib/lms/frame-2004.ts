import { startFrame } from './frame.ts';
import { judge2004 } from './judge-2004.ts';
import { launch } from './saved-2004.ts';
import { LEARNER } from './saved.ts';
import { scormAgain2004 } from './scorm-again-2004.ts';

startFrame(window, {
	before: (saved, mode) => launch(saved, LEARNER, mode, 'kept', {}),
	scormAgain: (saved) => scormAgain2004({ saved }),
	judge: (saved, mode) => judge2004({ saved, mode })
});
