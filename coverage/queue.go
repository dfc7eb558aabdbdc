package coverage

// queue is a binary heap of candidates, the best at the top. It is container/heap without its interface, which would
// allocate for every candidate.
type queue []candidate

func (q *queue) push(c candidate) {
	*q = append(*q, c)
	heap := *q
	for i := len(heap) - 1; i > 0; {
		parent := (i - 1) / 2
		if !heap[i].before(&heap[parent]) {
			return
		}
		heap[i], heap[parent] = heap[parent], heap[i]
		i = parent
	}
}

func (q *queue) pop() candidate {
	heap := *q
	top, last := heap[0], len(heap)-1
	heap[0] = heap[last]
	heap = heap[:last]
	*q = heap
	for i := 0; ; {
		child := 2*i + 1
		if child >= last {
			return top
		}
		if child+1 < last && heap[child+1].before(&heap[child]) {
			child++
		}
		if !heap[child].before(&heap[i]) {
			return top
		}
		heap[i], heap[child] = heap[child], heap[i]
		i = child
	}
}
