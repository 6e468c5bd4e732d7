// Where the page begins: the frame is drawn at once; the editor, the workers and the project follow.
import { render } from 'preact';
import { keepAnswered } from './flow/keep-answered.js';
import { keepChecked } from './flow/keep-checked.js';
import { keepValued } from './flow/keep-valued.js';
import { keepShade } from './flow/shade.js';
import { App } from './frame/app.js';
import { Broken } from './frame/broken.jsx';
import { Guard } from './parts/guard.jsx';
import { keepOffline } from './project/offline.js';
import { beginProject } from './project/begin-project.js';

keepShade();
const place = document.getElementById('app');
if (place !== null)
  render(
    <Guard of="page" instead={(message) => <Broken message={message} />}>
      <App />
    </Guard>,
    place,
  );
keepChecked();
keepAnswered();
keepValued();
void beginProject();
keepOffline();
