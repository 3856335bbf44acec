import 'graphiql/style.css';
import { createClient, type Client } from 'graphql-ws';
// As their makers built them: bundling them anew would be slow, and would gain nothing on a page of its own.
import graphiql from '../../../../../node_modules/graphiql/graphiql.min.js?url';
import reactDom from '../../../../../node_modules/react-dom/umd/react-dom.production.min.js?url';
import react from '../../../../../node_modules/react/umd/react.production.min.js?url';

interface Explorer {
  React: { createElement(component: unknown, properties: object): unknown };
  ReactDOM: { createRoot(box: HTMLElement): { render(element: unknown): void; unmount(): void } };
  GraphiQL: { createFetcher(options: { url: string; wsClient: Client }): unknown };
}

/** Puts the explorer into the box, asking this hub as whoever is signed in; answers with what takes it away. */
export async function openExplorer(box: HTMLElement, question: string): Promise<() => void> {
  for (const address of [react, reactDom, graphiql]) await scriptAt(address);
  const { React, ReactDOM, GraphiQL } = globalThis as unknown as Explorer;
  const socket = createClient({ url: `${location.origin.replace(/^http/, 'ws')}/graphql`, lazy: true });
  const fetcher = GraphiQL.createFetcher({ url: '/graphql', wsClient: socket });
  const root = ReactDOM.createRoot(box);
  root.render(React.createElement(GraphiQL, { fetcher, defaultQuery: question }));
  return () => {
    root.unmount();
    void socket.dispose();
  };
}

function scriptAt(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement('script'), { src: address });
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`${address} does not load.`)));
    document.head.append(script);
  });
}
