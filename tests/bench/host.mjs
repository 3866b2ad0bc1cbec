// A program that holds firms as objects and asks the compiled engine about them.

export class Host {
  #engine;
  #questions;
  #places;
  #numbers;

  constructor(engine) {
    this.#engine = engine;
    this.#questions = engine.questions().split('\n').map((line) => line.split(' '));
    this.#places = new Map(this.#questions.map(([name], place) => [name, place]));
    this.#numbers = new Float64Array(4096);
  }

  /** For each measure 1 or 0 and an amount, then the total: all that the rules give for a firm. */
  answer(firm) {
    let end = 0;
    for (const [name, ...columns] of this.#questions) end = this.#write(firm[name], columns, end);
    this.#engine.open(this.#numbers.subarray(0, end));
    return this.#engine.results();
  }

  /** The same once one answer of that firm is another. */
  change(name, value) {
    const place = this.#places.get(name);
    const end = this.#write(value, this.#questions[place].slice(1), 0);
    this.#engine.set(place, this.#numbers.subarray(0, end));
    return this.#engine.results();
  }

  #write(value, columns, place) {
    if (columns.length === 0) {
      this.#numbers[place] = value;
      return place + 1;
    }
    this.#numbers[place] = value.length;
    let end = place + 1;
    for (const row of value) for (const column of columns) this.#numbers[end++] = row[column];
    return end;
  }
}
