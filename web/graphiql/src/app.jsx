// GraphiQL, set up for the endpoint of the server that serves it.
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import example from './example.graphql';

async function fetcher(request) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify(request),
  });
  return response.json();
}

createRoot(document.getElementById('graphiql')).render(
  <GraphiQL fetcher={fetcher} defaultQuery={example} defaultEditorToolsVisibility={false} isHeadersEditorEnabled={false} />,
);
