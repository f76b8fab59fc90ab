// Draws the outlines under the maps of sites; the results are committed.
// npm run maps
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { geoArea, geoPath, type GeoContext, type GeoProjection } from 'd3-geo';
import { feature, mergeArcs, mesh } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { outlines, type Outline } from '#lib/map/site-map.ts';
import { projections } from '#lib/server/map.ts';

type Shape = Polygon | MultiPolygon;
type Shapes<Name extends string> = Topology<Record<Name, GeometryCollection>>;
type Xy = [x: number, y: number];

/** A package's topology, its arcs without the corners that nobody would see. */
function read<Name extends string>(path: string, thin: (arc: Xy[]) => Xy[]): Shapes<Name> {
	const file = fileURLToPath(import.meta.resolve(path));
	const { transform, ...topology }: Shapes<Name> = JSON.parse(readFileSync(file, 'utf8'));
	if (!transform) throw new Error(`${path} is not quantized as expected`);
	const [scaleX, scaleY] = transform.scale;
	const [left, top] = transform.translate;
	const arcs = topology.arcs.map((arc) => {
		let [x, y] = [0, 0];
		return thin(
			arc.map(([dx = 0, dy = 0]) => {
				x += dx;
				y += dy;
				return [x * scaleX + left, y * scaleY + top];
			})
		);
	});
	return { ...topology, arcs };
}

/** Ramer–Douglas–Peucker: keeps each corner that stands further than `tolerance` from the line. */
function thinned(arc: Xy[], tolerance: number, distance: typeof offLine): Xy[] {
	const [first, last] = [arc[0], arc.at(-1)];
	if (!first || !last || arc.length < 3) return arc;
	let [corner, furthest] = [0, tolerance];
	for (const [index, point] of arc.entries()) {
		const away = distance(point, first, last);
		if (away > furthest) [corner, furthest] = [index, away];
	}
	if (corner === 0) return [first, last];
	return [
		...thinned(arc.slice(0, corner + 1), tolerance, distance),
		...thinned(arc.slice(corner), tolerance, distance).slice(1)
	];
}

/** How far a point stands from the line between two others. */
function offLine([x, y]: Xy, [x1, y1]: Xy, [x2, y2]: Xy): number {
	const [dx, dy] = [x2 - x1, y2 - y1];
	const length = dx ** 2 + dy ** 2;
	const along = length === 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / length;
	const part = Math.max(0, Math.min(1, along));
	return Math.hypot(x - x1 - part * dx, y - y1 - part * dy);
}

/** The same in degrees of latitude: a degree of longitude counts less towards the poles. */
function offLineOnGlobe(point: Xy, start: Xy, end: Xy): number {
	const narrow = Math.cos((point[1] * Math.PI) / 180);
	const flat = ([lon, lat]: Xy): Xy => [lon * narrow, lat];
	return offLine(flat(point), flat(start), flat(end));
}

/** Writes path data in steps of tenths of a unit: half the bytes of `d3.geoPath`'s own. */
function pen(): GeoContext & { drawn: () => string } {
	let data = '';
	let last = '';
	let [x, y, startX, startY] = [0, 0, 0, 0];
	const short = (tenths: number) => String(tenths / 10).replace(/^(-?)0\./, '$1.');
	function step(command: string, toX: number, toY: number) {
		const [dx, dy] = [Math.round(toX * 10) - x, Math.round(toY * 10) - y];
		if (command === 'l' && dx === 0 && dy === 0) return;
		const numbers = `${short(dx)} ${short(dy)}`.replace(' -', '-');
		// a sign parts numbers as well as a space or a repeated letter does
		const between = command !== last ? command : numbers.startsWith('-') ? '' : ' ';
		data += between + numbers;
		[x, y, last] = [x + dx, y + dy, command];
	}
	return {
		beginPath: () => undefined,
		arc: () => undefined,
		moveTo(toX, toY) {
			last = '';
			step('m', toX, toY);
			[startX, startY] = [x, y];
		},
		lineTo: (toX, toY) => step('l', toX, toY),
		closePath() {
			data += 'z';
			[x, y] = [startX, startY];
		},
		drawn: () => data
	};
}

function path(shape: Parameters<ReturnType<typeof geoPath>>[0], projection: GeoProjection | null) {
	const context = pen();
	geoPath(projection, context)(shape);
	return context.drawn();
}

/** Land with the lines between its countries or states. */
function group(
	topology: Topology,
	shapes: Shape[],
	projection: GeoProjection | null,
	smallest: number
): string {
	const land = mergeArcs(topology, shapes);
	const merged = feature(topology, land).geometry;
	const seen = merged.coordinates.filter((coordinates) => {
		const polygon = { type: 'Polygon', coordinates } as const;
		// thinning turns the odd islet inside out: on a globe that is all the world but the islet
		const insideOut = projection !== null && geoArea(polygon) > 2 * Math.PI;
		return !insideOut && geoPath(projection).area(polygon) >= smallest;
	});
	const collection: GeometryCollection = { type: 'GeometryCollection', geometries: shapes };
	const lines = mesh(topology, collection, (a, b) => a !== b);
	return [
		`<path vector-effect="non-scaling-stroke" d="${path({ type: 'MultiPolygon', coordinates: seen }, projection)}"/>`,
		`<path vector-effect="non-scaling-stroke" fill="none" d="${path(lines, projection)}"/>`
	].join('\n');
}

/**
 * The root's grey is for a look at the file alone, on white or black. A page draws the group with
 * `<use>` and gives it colours of its own, which reach it because no element in it has any.
 */
function write(outline: Outline, content: string, source: string) {
	const { file, width, height } = outlines[outline];
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" fill="#8886" stroke="#888">
<!-- ${source}, public domain -->
<g id="outline" stroke-linejoin="round">
${content}
</g>
</svg>
`;
	writeFileSync(new URL(`../../static${file}`, import.meta.url), svg);
	console.log(`${file}: ${Math.round(svg.length / 1000)} KB`);
}

const shapesOf = ({ geometries }: GeometryCollection): Shape[] =>
	geometries.filter((shape) => shape.type === 'Polygon' || shape.type === 'MultiPolygon');

const antarctica = '010';
const world = read<'countries'>('world-atlas/countries-50m.json', (arc) =>
	thinned(arc, 0.1, offLineOnGlobe)
);
const countries = shapesOf(world.objects.countries).filter(({ id }) => id !== antarctica);
write('world', group(world, countries, projections.world, 0.4), 'Natural Earth');

const inBoxes = new Set<unknown>(['02', '15']);
const us = read<'states'>('us-atlas/states-albers-10m.json', (arc) => thinned(arc, 0.2, offLine));
const states = shapesOf(us.objects.states);
const mainland = states.filter(({ id }) => !inBoxes.has(id));
const boxes = states.filter(({ id }) => inBoxes.has(id));
write(
	'us',
	`<g id="mainland">\n${group(us, mainland, null, 0.5)}\n</g>\n${group(us, boxes, null, 0.5)}`,
	'US Census Bureau'
);
