// Prints a JSON line for every alert, from the first that the topic still holds.
//
//   npm install kafkajs @kafkajs/confluent-schema-registry
//   node subscribe.mjs [TOPIC] [HOW MANY]
import { Kafka, logLevel } from 'kafkajs';
import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';

const [topic = 'news.alerts', wanted = Infinity] = process.argv.slice(2);
const brokers = (process.env.KAFKA ?? 'localhost:9092').split(',');
const registry = new SchemaRegistry({ host: process.env.SCHEMA_REGISTRY ?? 'http://localhost:8081' });
const kafka = new Kafka({ clientId: 'newsroom', brokers, logLevel: logLevel.ERROR });

// A dashboard with a group of its own goes on after a restart where it stood.
const consumer = kafka.consumer({ groupId: process.env.GROUP ?? 'newsroom-dashboard' });
await consumer.connect();
await consumer.subscribe({ topic, fromBeginning: true });

let told = 0;
await consumer.run({
  eachMessage: async ({ message }) => {
    const alert = await registry.decode(message.value);
    // Delivery is at least once: what was told under this id need not be told again.
    const id = message.headers.ce_id.toString();
    const { thread, seq, kind, severity, headline, evidence } = alert;
    console.log(JSON.stringify({ id, thread, seq, kind, severity, headline, words: evidence.map((e) => e.text) }));
    if (++told >= wanted) process.exit(0);
  },
});
