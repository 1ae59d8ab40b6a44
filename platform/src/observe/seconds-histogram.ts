import { Histogram, register } from 'prom-client';

type Labels = Readonly<Record<string, string>>;

export interface SecondsOptions<Label extends string> {
  readonly name: string;
  readonly help: string;
  readonly labels: readonly Label[];
  /** The upper bounds of its buckets, from small to large. */
  readonly buckets: readonly number[];
}

/** How long something took that happens with every request. */
export interface Seconds {
  observe(seconds: number): void;
}

/**
 * A histogram that counts in plain arrays and is rendered only when the metrics are asked for: an observation of prom-client's own
 * checks its labels and looks its bucket up by name, which takes half a microsecond several times in each request.
 */
export class SecondsHistogram<Label extends string> {
  readonly #options: SecondsOptions<Label>;
  readonly #series = new Map<string, Series>();

  constructor(options: SecondsOptions<Label>) {
    this.#options = options;
    register.registerMetric(new Rendered(options, () => [...this.#series.values()].flatMap((series) => series.values())));
  }

  /** The same for the same labels. */
  of(labels: Readonly<Record<Label, string>>): Seconds {
    const key = JSON.stringify(this.#options.labels.map((label) => labels[label]));
    const series = this.#series.get(key) ?? new Series(this.#options, labels);
    this.#series.set(key, series);
    return series;
  }
}

/** Of a histogram as prom-client asks for it. */
class Rendered extends Histogram {
  readonly #options: SecondsOptions<string>;
  readonly #values: () => readonly object[];

  constructor(options: SecondsOptions<string>, values: () => readonly object[]) {
    const { name, help } = options;
    super({ name, help, registers: [] });
    this.#options = options;
    this.#values = values;
  }

  /** What prom-client writes, or merges with that of other processes. */
  async getForPromString(): Promise<object> {
    const { name, help } = this.#options;
    return { name, help, type: 'histogram', aggregator: 'sum', values: this.#values() };
  }
}

class Series implements Seconds {
  readonly #name: string;
  readonly #bounds: readonly number[];
  readonly #labels: Labels;
  /** How many observations fell into each bucket and into no smaller one; the last one counts those beyond all bounds. */
  readonly #counts: number[];
  #sum = 0;

  constructor({ name, buckets }: SecondsOptions<string>, labels: Labels) {
    this.#name = name;
    this.#bounds = buckets;
    this.#labels = labels;
    this.#counts = Array.from({ length: buckets.length + 1 }, () => 0);
  }

  observe(seconds: number): void {
    const bounds = this.#bounds;
    let bucket = 0;
    while (bucket < bounds.length && !(seconds <= (bounds[bucket] ?? 0))) bucket++;
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1;
    this.#sum += seconds;
  }

  values(): readonly object[] {
    const [name, sharedLabels] = [this.#name, this.#labels];
    let count = 0;
    const buckets = this.#counts.map((more, index) => {
      count += more;
      return { metricName: `${name}_bucket`, sharedLabels, labels: { le: this.#bounds[index] ?? '+Inf' }, value: count };
    });
    return [
      ...buckets,
      { metricName: `${name}_sum`, sharedLabels, labels: {}, value: this.#sum },
      { metricName: `${name}_count`, sharedLabels, labels: {}, value: count },
    ];
  }
}
