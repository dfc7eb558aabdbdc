package auth

import (
	"encoding/json"
	"strings"
)

// texts is a claim that some issuers write as one text with spaces, and others as a list.
type texts []string

// UnmarshalJSON reads either form.
func (t *texts) UnmarshalJSON(text []byte) error {
	var one string
	if json.Unmarshal(text, &one) == nil {
		*t = strings.Fields(one)
		return nil
	}
	return json.Unmarshal(text, (*[]string)(t))
}
