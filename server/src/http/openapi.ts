import type { Endpoint } from '@accord/shared/kernel/endpoint';
import { FAILURES, type FailureCode, Problem } from '@accord/shared/kernel/failure';
import { z } from 'zod';

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  });
  return json;
};

/** The OpenAPI 3.1 description of the endpoints, from their declarations alone. */
export function describeApi(endpoints: readonly Endpoint[], version: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    const operations = paths[path] ?? {};
    operations[endpoint.method.toLowerCase()] = describe(endpoint);
    paths[path] = operations;
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Accord', version, description: 'The HTTP interface of an Accord workspace.' },
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'accord_session' } },
    },
  };
}

function describe(endpoint: Endpoint): Json {
  const signedIn = endpoint.permission !== 'public';
  return {
    summary: endpoint.summary,
    'x-permission': endpoint.permission,
    ...(signedIn && { security: [{ session: [] }] }),
    parameters: [...parameters(endpoint.params, 'path'), ...parameters(endpoint.query, 'query')],
    ...requestBody(endpoint),
    responses: { ...success(endpoint), ...problems(endpoint) },
  };
}

function parameters(schema: z.ZodType, place: 'path' | 'query'): Json[] {
  if (schema instanceof z.ZodUndefined) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function requestBody(endpoint: Endpoint): Json {
  if (endpoint.rawBody) {
    const content = Object.fromEntries(endpoint.rawBody.types.map((type) => [type, {}]));
    return { requestBody: { required: true, content } };
  }
  if (endpoint.body instanceof z.ZodUndefined) return {};
  return {
    requestBody: {
      required: true,
      content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } },
    },
  };
}

function success(endpoint: Endpoint): Json {
  if (endpoint.output instanceof z.ZodVoid) return { 204: { description: 'Done.' } };
  const content = endpoint.contentType
    ? { [endpoint.contentType]: {} }
    : { 'application/json': { schema: schemaOf(endpoint.output, 'output') } };
  return { 200: { description: 'Done.', content } };
}

function problems(endpoint: Endpoint): Json {
  const codes = new Set<FailureCode>(endpoint.failures);
  const { permission } = endpoint;
  if (permission !== 'public') codes.add('not-signed-in');
  if (typeof permission === 'object') codes.add('not-allowed');
  if (typeof permission === 'object' && permission.on !== 'workspace') codes.add('not-found');
  if (!(endpoint.body instanceof z.ZodUndefined) || !(endpoint.query instanceof z.ZodUndefined))
    codes.add('invalid-input');
  const byStatus: Record<number, FailureCode[]> = {};
  for (const code of codes) byStatus[FAILURES[code]] = [...(byStatus[FAILURES[code]] ?? []), code];
  const reply = (code: FailureCode[]) => ({
    description: code.join(', '),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });
  return Object.fromEntries(Object.entries(byStatus).map(([status, list]) => [status, reply(list)]));
}
