import { openApiDocument } from '#lib/server/api/openapi.ts';
import { json } from '#lib/server/http.ts';
import type { RequestHandler } from './$types';

/** The API as an OpenAPI 3.1 document. */
export const GET: RequestHandler = ({ request, url }) => json(request, openApiDocument(url.origin));
