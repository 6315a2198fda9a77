import { BinaryReader, BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

/** One field of a protobuf message as it lies in the bytes: a length-delimited field's content, else its encoded value. */
export interface Field {
  readonly no: number;
  readonly wire: WireType;
  readonly payload: Uint8Array;
}

/** The fields of a message in their order; payloads are views into `bytes`. Throws a RangeError when it ends early. */
export function readFields(bytes: Uint8Array): Field[] {
  const reader = new BinaryReader(bytes);
  const fields: Field[] = [];
  while (reader.pos < reader.len) {
    const [no, wire] = reader.tag();
    const payload = wire === WireType.LengthDelimited ? reader.bytes() : reader.skip(wire, no);
    fields.push({ no, wire, payload });
  }
  return fields;
}

/** The message with these fields; fields that were read and not changed give their own bytes again. */
export function writeFields(fields: readonly Field[]): Uint8Array {
  const writer = new BinaryWriter();
  for (const { no, wire, payload } of fields) {
    writer.tag(no, wire);
    if (wire === WireType.LengthDelimited) writer.bytes(payload);
    else writer.raw(payload);
  }
  return writer.finish();
}

/** The contents of every length-delimited field with this number. */
export function contentsOf(fields: readonly Field[], no: number): Uint8Array[] {
  return fields.filter((field) => field.no === no && field.wire === WireType.LengthDelimited).map((f) => f.payload);
}

/** The strings in every field with this number. */
export function stringsOf(fields: readonly Field[], no: number): string[] {
  return contentsOf(fields, no).map((content) => decoder.decode(content));
}

/** The whole numbers in every field with this number, packed or not. */
export function integersOf(fields: readonly Field[], no: number): bigint[] {
  const integers: bigint[] = [];
  for (const field of fields) {
    if (field.no !== no || (field.wire !== WireType.Varint && field.wire !== WireType.LengthDelimited)) continue;
    const reader = new BinaryReader(field.payload);
    while (reader.pos < reader.len) integers.push(BigInt(reader.int64()));
  }
  return integers;
}

export function stringField(no: number, text: string): Field {
  return messageField(no, encoder.encode(text));
}

export function messageField(no: number, payload: Uint8Array): Field {
  return { no, wire: WireType.LengthDelimited, payload };
}

export function integerField(no: number, value: number): Field {
  return { no, wire: WireType.Varint, payload: new BinaryWriter().int64(value).finish() };
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();
