// What `npm run bench` measures against is installed by it alone: so that its code is checked with the rest, its peers are
// taken as they come here. The bench itself compiles with their own types.
declare module "@myriaddreamin/typst-ts-node-compiler";
declare module "docxtemplater";
declare module "pizzip";
