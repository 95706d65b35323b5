/** The entry of a child that builds the graphs of a Whisper model: seconds of plain computing, and much memory. */
import { serveChild } from '../../compute/index.ts';
import { buildWhisperGraphs } from '../engines/whisper/graphs/open-graphs.ts';
import type { PrepareTask, Prepared } from './prepare.ts';

serveChild<null, PrepareTask, Prepared>(() =>
  Promise.resolve({
    run: async ({ folder, variant }: PrepareTask) => {
      const { tensorsSha256, shape } = await buildWhisperGraphs(folder, { variant });
      return { tensorsSha256, vocabularySize: shape.vocabularySize };
    },
  }),
);
