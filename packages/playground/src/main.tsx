// Where the page begins: the frame is drawn at once; the editor, the workers and the project follow.
import { render } from 'preact';
import { keepAnswered } from './flow/keep-answered.js';
import { keepChecked } from './flow/keep-checked.js';
import { keepShade } from './frame/shade.js';
import { App } from './frame/app.js';
import { keepOffline } from './project/offline.js';
import { beginProject } from './project/begin-project.js';

keepShade();
const place = document.getElementById('app');
if (place !== null) render(<App />, place);
keepChecked();
keepAnswered();
void beginProject();
keepOffline();
