package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/export"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/graph/store"
	"github.com/clausegraph/clausegraph/internal/version"
	"github.com/clausegraph/clausegraph/search"
)

// app is what the flags of every command say.
type app struct {
	lang     string
	data     []string
	overlays []string
	format   string
	store    string          // the spec of --store
	file     string          // the snapshot file of --snapshot
	shared   *store.Store    // the store, where it stays open: see share
	index    *search.Index   // of what is served: that of the next revision takes over from it
	loaded   *graph.Snapshot // the data, if it is loaded already, as in tests that run many commands
}

// more are the commands of builds with tags.
var more []func(*app) *cobra.Command

func (a *app) newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "clausegraph",
		Short: "Which of the controls you have satisfy a new standard, how do you know, and what is left to do?",
		Long: "clausegraph answers which requirements of a standard are met by the standards and requirements that you\n" +
			"already hold, proves every verdict, and names what is left.\n\n" + verdictHelp(),
		Version:       version.Of().String(),
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          cobra.NoArgs,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	flags := root.PersistentFlags()
	flags.StringVar(&a.lang, "lang", "en", "`language` of the output: en or ko")
	flags.StringArrayVar(&a.data, "data", nil, "`directory` or file with catalogs, crosswalks, schemes and a glossary beside the built-in ones; repeatable")
	root.AddCommand(
		a.serveCommand(), a.mcpCommand(), a.gapCommand(), a.explainCommand(), a.overlapCommand(), a.diffCommand(), a.nextCommand(), a.todoCommand(), a.whatIfCommand(),
		a.sensitivityCommand(), a.inventoryCommand(), a.importCommand(), a.exportCommand(), a.searchCommand(), a.standardsCommand(),
		a.requirementsCommand(), a.mappingsCommand(), a.factsCommand(), a.obligedCommand(), a.glossaryCommand(), a.statsCommand(), a.lintCommand(), fmtCommand(), a.testCommand(), keysCommand(),
		a.versionCommand(), a.loadCommand(), a.revisionsCommand(), a.dumpCommand(), a.workspacesCommand(), a.snapshotCommand(), a.changesCommand(),
	)
	for _, command := range more {
		root.AddCommand(command(a))
	}
	a.complete(root)
	return root
}

// verdictHelp explains the five verdicts and what they ask people to do.
func verdictHelp() string {
	var b strings.Builder
	b.WriteString("Verdicts:\n")
	dispositions := map[coverage.Verdict]string{
		coverage.Full: "REUSE", coverage.Partial: "EXTEND or EXTEND_SCOPE", coverage.Possible: "REVIEW", coverage.None: "NEW", coverage.Unknown: "ANALYSE",
	}
	for _, v := range coverage.Verdicts {
		fmt.Fprintf(&b, "  %s %-9s%s (%s)\n", export.VerdictSymbol(v), v, export.VerdictMeaning(v).EN, dispositions[v])
	}
	b.WriteString("\n" + export.Disclaimer.EN)
	return b.String()
}

// formatFlag adds --format with the formats that the command offers; the first is the default.
func (a *app) formatFlag(c *cobra.Command, offered ...export.Format) {
	names := make([]string, len(offered))
	for i, f := range offered {
		names[i] = string(f)
	}
	c.Flags().StringVar(&a.format, "format", names[0], "`format` of the output: "+strings.Join(names, ", "))
	_ = c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp))
}

// options returns how to write to the output: for a person at a terminal with its width and colours, for a pipe plain.
func (a *app) options(w io.Writer, offered ...export.Format) (export.Options, error) {
	language, err := graph.ParseLanguage(a.lang)
	if err != nil {
		return export.Options{}, err
	}
	format, err := export.ParseFormat(a.format, offered...)
	if err != nil {
		return export.Options{}, err
	}
	o := export.Options{Format: format, Language: language}
	if f, ok := w.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		o.Color = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
		if width, _, err := term.GetSize(int(f.Fd())); err == nil {
			o.Width = width
		}
	}
	return o, nil
}

// output calls write with the file of -o, or with the standard output where it is empty. The file appears only when
// everything is written.
func output(c *cobra.Command, file string, write func(io.Writer) error) error {
	if file == "" {
		return write(c.OutOrStdout())
	}
	return writeFile(file, write)
}

// day reads --as-of; without it the question is asked about today where its reader is. A server goes by UTC: see server.Config.
func day(flag string) (graph.Date, error) {
	if flag == "" {
		return graph.Date(time.Now().Format(time.DateOnly)), nil
	}
	return graph.ParseDate(flag)
}
