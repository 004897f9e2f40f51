const LINE_FEED = 10;
const RETURN = 13;

/**
 * Tells in which line of the file a row begins, as an editor counts: the parser's own count takes CRLF inside of a
 * quoted cell for two. It is fed the file's bytes, and forgets them as it is asked.
 */
export class LineCounter {
  #line = 1;
  #position = 0;
  readonly #pieces: Buffer[] = [];
  /** Of the first piece, how much is counted. */
  #read = 0;
  #afterReturn = false;

  feed(piece: Buffer): void {
    this.#pieces.push(piece);
  }

  /** The line where the row begins that ends at this byte of the file; empty lines before it are not its own. */
  lineOfRowUpTo(end: number): number {
    this.#advance(end, (byte) => byte === LINE_FEED || byte === RETURN);
    const line = this.#line;
    this.#advance(end, () => true);
    return line;
  }

  /** Counts the lines that end before `end`, for as long as the bytes are such. */
  #advance(end: number, isSuch: (byte: number) => boolean): void {
    for (let piece = this.#pieces[0]; piece && this.#position < end; piece = this.#pieces[0]) {
      const byte = piece[this.#read];
      if (byte === undefined) {
        this.#pieces.shift();
        this.#read = 0;
        continue;
      }
      if (!isSuch(byte)) return;
      if (byte === RETURN || (byte === LINE_FEED && !this.#afterReturn)) this.#line++;
      this.#afterReturn = byte === RETURN;
      this.#read++;
      this.#position++;
    }
  }
}
