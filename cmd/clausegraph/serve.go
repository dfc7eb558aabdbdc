package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/netip"
	"net/url"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/auth"
	"github.com/clausegraph/clausegraph/internal/logging"
	"github.com/clausegraph/clausegraph/internal/server"
	"github.com/clausegraph/clausegraph/internal/tracing"
	"github.com/clausegraph/clausegraph/loader/editor"
	"github.com/clausegraph/clausegraph/loader/workspace"
	"github.com/clausegraph/clausegraph/schema"
	"github.com/clausegraph/clausegraph/search"
)

// serveFlags are the flags of serve that are not those of the server's configuration as they stand.
type serveFlags struct {
	keys, issuer, audience, trusted string
	certificate, key                string
	proxies                         []string
	limits                          map[string]string
	introspection, editable         bool
	workspaces                      bool
	tenantClaim                     string
	otlp, logFormat, logLevel       string
	answerCache                     int
}

func (a *app) serveCommand() *cobra.Command {
	var config server.Config
	var given serveFlags
	c := &cobra.Command{
		Use:   "serve",
		Short: "Serve GraphQL at /graphql and an editor for it at /graphiql",
		Long: "Serve GraphQL at /graphql and an editor for it at /graphiql. On loopback reading needs no key; on another address say\n" +
			"who may read: --keys, --oidc-issuer, or --public-read. SIGHUP loads data, keys, certificate and trusted documents anew.\n" +
			"A question that does not say which day it is about is about today, in UTC.\n" +
			"Each flag can be set by an environment variable as well, such as CLAUSEGRAPH_PUBLIC_READ=true.",
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return a.serve(c, config, given)
		},
	}
	f := c.Flags()
	f.StringVar(&config.Addr, "addr", "127.0.0.1:8080", "`address` to listen on")
	a.storeFlag(c, inMemory)
	f.BoolVar(&given.editable, "editable", false, "let keys and tokens of the scope edit change the data; changes to a store in memory are gone with the server")
	f.BoolVar(&given.workspaces, "workspaces", false, "keep in the store what the organisations of keys and tokens hold and have, for each apart; in a store in memory it is gone with the server")
	a.overlayFlag(c)
	f.StringVar(&a.file, "snapshot", "", "`file` that keeps what is derived from the store, for a quick start; of a bolt store PATH.snapshot unless given")
	f.BoolVar(&config.Public, "public-read", false, "let everybody read without a key")
	f.StringVar(&given.keys, "keys", "", "`file` of API keys, as the command keys makes it; followed as it changes")
	f.StringVar(&given.issuer, "oidc-issuer", "", "`URL` of the OpenID Connect issuer whose tokens are taken")
	f.StringVar(&given.audience, "oidc-audience", "", "`name` of this server in those tokens (aud)")
	f.StringVar(&given.tenantClaim, "oidc-tenant-claim", "", "`claim` of those tokens that names the organisation whose workspaces they open; each subject has its own if none")
	f.StringVar(&given.certificate, "tls-cert", "", "`file` of the certificate to serve HTTPS with, in PEM")
	f.StringVar(&given.key, "tls-key", "", "`file` of its key, in PEM")
	f.StringVar(&config.AdminAddr, "admin-addr", "", "`address` for /metrics, /admin/reload and /debug/pprof; off unless given")
	f.StringSliceVar(&given.proxies, "trusted-proxy", nil, "`address` or network of a reverse proxy whose X-Forwarded-For is believed; repeatable")
	f.StringSliceVar(&config.Origins, "cors-origin", nil, "`origin` of pages of other sites that may use the server, such as https://app.example.org; repeatable")
	f.StringVar(&given.trusted, "trusted-documents", "", "`file` with the only documents that are run: a manifest of graphql-codegen, Relay or Apollo")
	f.BoolVar(&given.introspection, "introspection", true, "let clients read the schema; without it only keys of the scope admin can")
	f.StringToStringVar(&given.limits, "limit", nil, "`name=value` of a limit; repeatable: "+strings.Join(server.LimitNames(), ", "))
	f.IntVar(&given.answerCache, "answer-cache", 64, "`megabytes` of whole answers that are kept, to be given again until other data is loaded; 0 keeps none")
	f.DurationVar(&config.Drain, "drain", 200*time.Millisecond, "how long to go on taking requests after being told to stop, with /readyz saying so")
	f.StringVar(&given.otlp, "otlp-endpoint", "", "`URL` of the OpenTelemetry collector to send traces to, such as http://127.0.0.1:4318")
	f.StringVar(&given.logFormat, "log-format", "text", "`format` of the log: text or json")
	f.StringVar(&given.logLevel, "log-level", "info", "least `level` that is logged: debug, info, warn or error")
	return c
}

// fromEnvironment sets flags that were not given from variables such as CLAUSEGRAPH_ADMIN_ADDR.
func fromEnvironment(flags *pflag.FlagSet) error {
	var problems []error
	flags.VisitAll(func(f *pflag.Flag) {
		name := "CLAUSEGRAPH_" + strings.ToUpper(strings.ReplaceAll(f.Name, "-", "_"))
		if value, ok := os.LookupEnv(name); ok && !f.Changed {
			if err := flags.Set(f.Name, value); err != nil {
				problems = append(problems, fmt.Errorf("%s=%q: %w", name, value, err))
			}
		}
	})
	return errors.Join(problems...)
}

func (a *app) serve(c *cobra.Command, config server.Config, given serveFlags) error {
	started := time.Now()
	lines := logging.NewWriter(c.ErrOrStderr())
	defer func() { _ = lines.Flush() }() // there is nowhere to tell that the log cannot be written
	log, err := given.logger(lines)
	if err != nil {
		return err
	}
	if err := server.TuneMemory(); err != nil {
		log.Warn("memory is used sparingly", "error", err)
	}
	config.Logger, config.Data = log, new(server.Data)
	if err := given.open(c.Context(), &config); err != nil {
		return err
	}
	config.Load = a.loadForServer
	if endpoint := tracing.Endpoint(given.otlp); endpoint != "" {
		tracer, err := tracing.Start(c.Context(), given.otlp, log)
		if err != nil {
			return err
		}
		defer func() {
			ctx, cancel := context.WithTimeout(context.WithoutCancel(c.Context()), 3*time.Second)
			defer cancel()
			if err := tracer.Shutdown(ctx); err != nil {
				log.Warn("the last traces are lost", "error", err)
			}
		}()
		config.Tracer = tracer
		log.Info("traces are sent", "endpoint", endpoint)
	}
	hangup := make(chan os.Signal, 1)
	signal.Notify(hangup, syscall.SIGHUP)
	defer signal.Stop(hangup)
	done, err := a.share(c.Context(), given.editable || given.workspaces)
	if err != nil {
		return err
	}
	defer done()
	config.Follow = a.follow(log)
	if a.shared != nil {
		config.Past = a.loadPast
	}
	if given.editable {
		config.Editor = editor.New(a.shared)
	}
	if given.workspaces {
		if err := a.shared.FinishDeletions(c.Context()); err != nil {
			return problem{err}
		}
		config.Workspaces = workspace.New(a.shared)
	}
	err = server.Run(c.Context(), config, hangup, func(at net.Addr) {
		scheme := "http"
		if config.TLS != nil {
			scheme = "https"
		}
		s := config.Data.Load().Engine.Snapshot()
		fmt.Fprintf(c.OutOrStdout(), "clausegraph serves %s and %s at %s://%s (data revision %.12s, started in %v)\n"+
			"  %[3]s://%[4]s/graphiql asks questions, %[3]s://%[4]s/graphql answers them; Ctrl-C stops\n",
			plural(len(s.Standards()), "standard"), plural(len(s.Mappings()), "claim"), scheme, at, s.Revision().Hash, time.Since(started).Round(time.Millisecond))
	})
	if err != nil {
		return problem{err}
	}
	return nil
}

func (g serveFlags) logger(w *logging.Writer) (*slog.Logger, error) {
	var level slog.Level
	if err := level.UnmarshalText([]byte(g.logLevel)); err != nil {
		return nil, fmt.Errorf("--log-level %q is none of debug, info, warn, error", g.logLevel)
	}
	options := &slog.HandlerOptions{Level: level}
	switch g.logFormat {
	case "text":
		return slog.New(logging.Handler(slog.NewTextHandler(w, options), w)), nil
	case "json":
		return slog.New(logging.Handler(slog.NewJSONHandler(w, options), w)), nil
	}
	return nil, fmt.Errorf("--log-format %q is neither text nor json", g.logFormat)
}

// open reads what flags name into the configuration. It fails before the server listens where one is wrong.
func (g serveFlags) open(ctx context.Context, c *server.Config) (err error) {
	if c.Limits, err = server.ParseLimits(g.limits); err != nil {
		return fmt.Errorf("--limit: %w", err)
	}
	if g.keys != "" {
		if c.Auth.Keys, err = auth.OpenKeys(g.keys, c.Logger); err != nil {
			return fmt.Errorf("--keys: %w; clausegraph keys new makes the file", err)
		}
	}
	if g.issuer != "" || g.audience != "" {
		if c.Auth.OIDC, err = auth.OpenOIDC(ctx, g.issuer, g.audience, c.Logger); err != nil {
			return fmt.Errorf("--oidc-issuer, --oidc-audience: %w", err)
		}
		c.Auth.OIDC.TenantClaim = g.tenantClaim
	}
	if (g.certificate == "") != (g.key == "") {
		return errors.New("--tls-cert and --tls-key need each other")
	}
	if g.certificate != "" {
		if c.TLS, err = server.OpenCertificate(g.certificate, g.key); err != nil {
			return fmt.Errorf("--tls-cert, --tls-key: %w", err)
		}
	}
	if g.trusted != "" {
		if c.Trusted, err = server.OpenTrusted(g.trusted); err != nil {
			return fmt.Errorf("--trusted-documents: %w", err)
		}
	}
	c.NoIntrospection = !g.introspection
	if c.AnswerCache = g.answerCache << 20; c.AnswerCache <= 0 {
		c.AnswerCache = server.NoAnswerCache
	}
	for _, text := range g.proxies {
		network, err := netip.ParsePrefix(text)
		if err != nil {
			address, err := netip.ParseAddr(text)
			if err != nil {
				return fmt.Errorf("--trusted-proxy %q is neither an address nor a network such as 10.0.0.0/8", text)
			}
			network = netip.PrefixFrom(address, address.BitLen())
		}
		c.Proxies = append(c.Proxies, network)
	}
	for _, origin := range c.Origins {
		u, err := url.Parse(origin)
		if origin != server.AnyOrigin && (err != nil || u.Host == "" || origin != u.Scheme+"://"+u.Host) {
			return fmt.Errorf("--cors-origin %q is not an origin such as https://app.example.org, nor *", origin)
		}
	}
	return nil
}

// reported bounds the problems of data that one error tells.
const reported = 20

// loadForServer loads the data. An error names the problems of the data.
func (a *app) loadForServer(ctx context.Context) (*schema.Data, error) {
	var diagnostics strings.Builder
	s, err := a.snapshot(ctx, &diagnostics)
	if err != nil {
		lines := strings.SplitAfter(diagnostics.String(), "\n")
		if len(lines) > reported+1 {
			lines = append(lines[:reported], fmt.Sprintf("and %d more\n", len(lines)-1-reported))
		}
		return nil, fmt.Errorf("%s%w", strings.Join(lines, ""), err)
	}
	data, err := a.dataOf(ctx, s, search.After(a.index))
	if err == nil {
		a.index = data.Index
	}
	return data, err
}

// loadPast loads an earlier revision of the store.
func (a *app) loadPast(ctx context.Context, number int) (*schema.Data, error) {
	s, err := a.shared.SnapshotAt(ctx, number)
	if err != nil {
		return nil, err
	}
	return a.dataOf(ctx, s)
}

// dataOf prepares a revision for questions.
func (a *app) dataOf(ctx context.Context, s *graph.Snapshot, options ...search.Option) (*schema.Data, error) {
	var diagnostics strings.Builder
	overlay, err := a.overlay(s, &diagnostics)
	if err != nil {
		return nil, fmt.Errorf("%s%w", diagnostics.String(), err)
	}
	// Questions about the graph need not wait for the search index; searches do.
	index := search.Start(context.WithoutCancel(ctx), s, append(options, search.WithOverlay(overlay))...)
	return &schema.Data{Engine: coverage.New(s), Index: index, Overlay: overlay}, nil
}
