package main

import (
	"context"
	"fmt"
	"slices"
	"time"
)

// measure has the rounds interleaved, so that what else the machine does falls on all servers alike.
func measure(ctx context.Context, contenders []contender, rounds int, length time.Duration) error {
	got := map[string][]measurement{} // by question and contender
	for range rounds {
		for _, q := range questions {
			for _, c := range contenders {
				m, err := saturate(ctx, c.url, q.query, length)
				if err != nil {
					return fmt.Errorf("%s, %s: %w", q.name, c.name, err)
				}
				got[q.name+c.name] = append(got[q.name+c.name], m)
			}
		}
	}
	fmt.Println("| answer | server | answers/s | to encoding/json | to graph-gophers | CPU an answer | encoding/json's CPU to it | p50 | p99 |")
	fmt.Println("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
	for _, q := range questions {
		plain, gophers := median(got[q.name+"encoding/json"]), median(got[q.name+"graph-gophers"])
		for _, c := range contenders {
			m := median(got[q.name+c.name])
			fmt.Printf("| %s | %s | %.0f | %.2f | %.2f | %d µs | %.2f | %.2f ms | %.2f ms |\n", q.name, c.name, m.rate, m.rate/plain.rate, m.rate/gophers.rate,
				m.cpu.Microseconds(), float64(plain.cpu)/float64(m.cpu), ms(m.p50), ms(m.p99))
		}
	}
	fmt.Println("\nAt half of the rate that saturates ours, asked steadily by a process of its own:")
	fmt.Println("\n| answer | server | answers/s | p50 | p99 | sent late, p99 | collector |\n| --- | --- | ---: | ---: | ---: | ---: | ---: |")
	for _, q := range questions {
		for i, ours := range contenders[:2] {
			half := median(got[q.name+ours.name]).rate / 2
			for _, c := range append(contenders[i:i+1:i+1], contenders[2:4]...) {
				if median(got[q.name+c.name]).rate < half*1.2 {
					continue // it cannot answer as fast
				}
				var paced []measurement
				for range rounds {
					m, err := pace(ctx, c.url, q.query, half, length)
					if err != nil {
						return fmt.Errorf("%s, %s: %w", q.name, c.name, err)
					}
					paced = append(paced, m)
				}
				m := median(paced)
				fmt.Printf("| %s | %s | %.0f | %.2f ms | %.2f ms | %.2f ms | %.0f %% |\n", q.name, c.name, m.rate, ms(m.p50), ms(m.p99), ms(m.late), 100*m.collector)
			}
		}
	}
	return nil
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// median returns the median of each number.
func median(list []measurement) measurement {
	return measurement{
		rate: middle(list, func(m measurement) float64 { return m.rate }),
		cpu:  time.Duration(middle(list, func(m measurement) float64 { return float64(m.cpu) })),
		p50:  time.Duration(middle(list, func(m measurement) float64 { return float64(m.p50) })),
		p99:  time.Duration(middle(list, func(m measurement) float64 { return float64(m.p99) })),
		late: time.Duration(middle(list, func(m measurement) float64 { return float64(m.late) })),

		collector: middle(list, func(m measurement) float64 { return m.collector }),
	}
}

func middle(list []measurement, of func(measurement) float64) float64 {
	all := make([]float64, len(list))
	for i, m := range list {
		all[i] = of(m)
	}
	slices.Sort(all)
	return all[len(all)/2]
}
