/** Makes QuickTime movies whose sound lies in another file. */

/** The boxes on the way to the data reference. */
const PARENTS: ReadonlySet<string> = new Set(['moov', 'trak', 'mdia', 'minf', 'dinf']);

/** The movie with each data reference turned to `target`. Its index must come after its data, as ffmpeg puts it. */
export function referTo(movie: Buffer, target: string): Buffer {
  return rewriteBoxes(movie, target);
}

function rewriteBoxes(boxes: Buffer, target: string): Buffer {
  const rewritten: Buffer[] = [];
  for (let at = 0; at < boxes.length;) {
    const size = boxes.readUInt32BE(at);
    const type = boxes.toString('latin1', at + 4, at + 8);
    const body = boxes.subarray(at + 8, at + size);
    if (PARENTS.has(type)) {
      rewritten.push(box(type, rewriteBoxes(body, target)));
    } else if (type === 'dref') {
      rewritten.push(box(type, Buffer.concat([uint32(0), uint32(1), box('alis', alias(target))])));
    } else {
      rewritten.push(box(type, body));
    }
    at += size;
  }
  return Buffer.concat(rewritten);
}

/** A Mac OS alias record: names in fixed places, then the whole path with colons as its only tagged field. */
function alias(target: string): Buffer {
  const name = Buffer.from(target.split('/').at(-1) ?? '');
  const path = Buffer.from(target.slice(1).replaceAll('/', ':'));
  const fixed = Buffer.alloc(154);
  fixed.writeUInt8(name.length, 54);
  name.copy(fixed, 55);
  fixed.writeUInt16BE(1, 134);
  fixed.writeUInt16BE(1, 136);
  const padding = Buffer.alloc(path.length % 2);
  return Buffer.concat([fixed, uint16(2), uint16(path.length), path, padding, uint16(0xffff), uint16(0)]);
}

function box(type: string, body: Buffer): Buffer {
  return Buffer.concat([uint32(body.length + 8), Buffer.from(type, 'latin1'), body]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function uint16(value: number): Buffer {
  return uint32(value).subarray(2);
}
