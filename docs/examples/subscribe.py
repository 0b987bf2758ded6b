#!/usr/bin/env python3
"""Prints alerts as they come, with clients that are not Tocsin's: confluent-kafka and Apache's avro.

pip install confluent-kafka avro          (Debian: apt install python3-confluent-kafka python3-avro)
subscribe.py [TOPIC [COUNT]]              news.alerts, for ever
KAFKA, SCHEMA_REGISTRY and GROUP say where and as whom.
"""
import io
import json
import os
import struct
import sys
import urllib.request

import avro.io
import avro.schema
from confluent_kafka import Consumer

REGISTRY = os.environ.get("SCHEMA_REGISTRY", "http://localhost:8081")
schemas = {}


def schema(number):
    if number not in schemas:
        with urllib.request.urlopen(f"{REGISTRY}/schemas/ids/{number}") as answer:
            schemas[number] = avro.schema.parse(json.load(answer)["schema"])
    return schemas[number]


def read(value):
    """Confluent's wire format: a zero, the schema's number in four bytes, and Avro's binary."""
    magic, number = struct.unpack(">bI", value[:5])
    if magic != 0:
        raise ValueError("not Confluent's wire format")
    return avro.io.DatumReader(schema(number)).read(avro.io.BinaryDecoder(io.BytesIO(value[5:])))


topic = sys.argv[1] if len(sys.argv) > 1 else "news.alerts"
left = int(sys.argv[2]) if len(sys.argv) > 2 else -1
consumer = Consumer({
    "bootstrap.servers": os.environ.get("KAFKA", "localhost:9092"),
    "group.id": os.environ.get("GROUP", "newsroom-dashboard"),
    "auto.offset.reset": "earliest",
    # What a stage wrote and then took back is never shown to such a reader.
    "isolation.level": "read_committed",
})
consumer.subscribe([topic])
try:
    while left != 0:
        message = consumer.poll(1.0)
        if message is None or message.error():
            continue
        alert = read(message.value())
        # Delivery is at least once: what was told under this id need not be told again.
        told = dict(message.headers())["ce_id"].decode()
        words = ", ".join(evidence["text"] for evidence in alert["evidence"])
        print(told, alert["kind"], alert["severity"], alert["headline"], f"[{words}]", flush=True)
        left -= 1
finally:
    consumer.close()
