// Package tracing sends OpenTelemetry traces to a collector.
package tracing

import (
	"context"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"strings"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
)

// Endpoint returns where traces go: the flag, or else what OpenTelemetry's environment variables say. It is empty where
// neither does.
func Endpoint(flag string) string {
	for _, v := range []string{flag, os.Getenv("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"), os.Getenv("OTEL_EXPORTER_OTLP_ENDPOINT")} {
		if v != "" {
			return v
		}
	}
	return ""
}

// Start returns what makes spans and sends them, in batches, to the collector at a base URL such as
// http://127.0.0.1:4318 by OTLP over HTTP; where it is empty, the environment variables of OpenTelemetry say where. Those
// also set headers, sampling and the name of the service. A collector that is away costs spans and nothing else. Stop
// with Shutdown, which sends what is left.
func Start(ctx context.Context, endpoint string, log *slog.Logger) (*sdk.TracerProvider, error) {
	var options []otlptracehttp.Option
	if endpoint != "" {
		u, err := url.Parse(endpoint)
		if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
			return nil, fmt.Errorf("OTLP endpoint %q is not a URL such as http://127.0.0.1:4318", endpoint)
		}
		options = append(options, otlptracehttp.WithEndpointURL(strings.TrimSuffix(endpoint, "/")+"/v1/traces"))
	}
	exporter, err := otlptracehttp.New(ctx, options...)
	if err != nil {
		return nil, fmt.Errorf("send traces to %s: %w", endpoint, err)
	}
	service, err := resource.New(ctx, resource.WithAttributes(attribute.String("service.name", "clausegraph")), resource.WithTelemetrySDK(), resource.WithFromEnv())
	if err != nil {
		return nil, fmt.Errorf("describe the service for traces: %w", err)
	}
	otel.SetErrorHandler(otel.ErrorHandlerFunc(func(err error) { log.Warn("traces are lost", "error", err) }))
	return sdk.NewTracerProvider(sdk.WithBatcher(exporter), sdk.WithResource(service)), nil
}
