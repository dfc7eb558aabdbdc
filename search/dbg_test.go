package search

import (
	"context"
	"fmt"
	"strings"
)

func Dbg(x *Index, qs string) {
	for _, text := range strings.Split(qs, "|") {
		q, _ := Query{Text: text, Limit: 30}.check(x.snapshot)
		se := session{Index: x, q: q, filter: x.values.filter(q)}
		se.req = se.ids.parse(text)
		se.asks = se.corrected(unasked(se.req.text))
		for _, a := range se.asks {
			fmt.Printf("ask %q term %v:", a.text, a.term)
			for _, w := range a.ways {
				fmt.Printf(" [%s %.2f %v]", w.text, w.worth, w.exact)
			}
			fmt.Println()
		}
		m, _ := x.score(context.Background(), se.asks, q.languages())
		pre := map[int32]match{}
		for _, v := range m {
			pre[v.doc] = v
		}
		qq := newQuestion(se.asks)
		r, _ := x.Search(context.Background(), Query{Text: text, Limit: 30})
		for i, h := range r.Hits {
			d := x.at[h.Requirement.Index()]
			fmt.Printf("%d %s %.3f text %.3f cover %.2f fit %.2f near %.2f  %s\n", i+1, h.Requirement.Ref, h.Score, pre[d].score, pre[d].cover, x.titles[d].fits(qq), x.weightNear[d], h.Requirement.Title.EN)
		}
	}
}

func Near(x *Index, refs string) {
	for _, ref := range strings.Split(refs, "|") {
		r := x.snapshot.Requirement(ref)
		fmt.Println(ref, r.Title.EN)
		for _, n := range x.near[x.at[r.Index()]] {
			fmt.Printf("   %.2f %s %s\n", n.near, x.docs[n.doc].Ref, x.docs[n.doc].Title.EN)
		}
	}
}
