package main

import (
	"fmt"
	"io"
	"os"
	"path"
	"strings"
	"time"

	cdx "github.com/CycloneDX/cyclonedx-go"
	"github.com/google/uuid"
	spdxjson "github.com/spdx/tools-golang/json"
	"github.com/spdx/tools-golang/spdx/v2/common"
	spdx "github.com/spdx/tools-golang/spdx/v2/v2_3"
)

const (
	home        = "https://github.com/clausegraph/clausegraph"
	codeLicence = "Apache-2.0"
	dataLicence = "CC-BY-4.0"
)

// bills writes the bills of materials of the binary, as CycloneDX and as SPDX.
func (b *build) bills() error {
	binary, err := os.ReadFile(b.binary)
	if err != nil {
		return err
	}
	sum := digest(binary)
	if err := b.write(b.stem()+".cdx.json", func(w io.Writer) error { return b.cyclonedx(w, sum) }); err != nil {
		return err
	}
	return b.write(b.stem()+".spdx.json", func(w io.Writer) error { return b.spdx(w, sum) })
}

// expression returns the licences of a part as an SPDX expression, empty where their texts are none that is known.
func (p part) expression() string { return strings.Join(p.licences, " AND ") }

func (b *build) cyclonedx(w io.Writer, sum string) error {
	own := cdx.Component{
		BOMRef: "clausegraph", Type: cdx.ComponentTypeApplication, Name: "clausegraph", Version: b.version,
		PackageURL: "pkg:golang/github.com/clausegraph/clausegraph@v" + b.version, Hashes: &[]cdx.Hash{{Algorithm: cdx.HashAlgoSHA256, Value: sum}},
		Licenses:   &cdx.Licenses{{Expression: codeLicence + " AND " + dataLicence}},
		Properties: &[]cdx.Property{{Name: "platform", Value: b.platform}, {Name: "commit", Value: b.commit}},
	}
	var components []cdx.Component
	var refs []string
	for _, p := range b.parts {
		c := cdx.Component{BOMRef: p.purl(), Type: cdx.ComponentTypeLibrary, Name: p.name, Version: p.version, PackageURL: p.purl()}
		if e := p.expression(); e != "" {
			c.Licenses = &cdx.Licenses{{Expression: e}}
		}
		if p.sum != "" {
			c.Properties = &[]cdx.Property{{Name: "go.sum", Value: p.sum}}
		}
		components, refs = append(components, c), append(refs, c.BOMRef)
	}
	bom := cdx.NewBOM()
	bom.SerialNumber = uuid.NewSHA1(uuid.NameSpaceURL, []byte(home+"#"+sum)).URN()
	bom.Metadata = &cdx.Metadata{Timestamp: b.at.Format(time.RFC3339), Component: &own}
	bom.Components = &components
	bom.Dependencies = &[]cdx.Dependency{{Ref: own.BOMRef, Dependencies: &refs}}
	return cdx.NewBOMEncoder(w, cdx.BOMFileFormatJSON).SetPretty(true).EncodeVersion(bom, cdx.SpecVersion1_6)
}

func (b *build) spdx(w io.Writer, sum string) error {
	own := &spdx.Package{
		PackageName: "clausegraph", PackageSPDXIdentifier: "clausegraph", PackageVersion: b.version, PackageFileName: path.Base(b.binary),
		PackageDownloadLocation: home, PackageLicenseConcluded: codeLicence + " AND " + dataLicence, PackageLicenseDeclared: codeLicence + " AND " + dataLicence,
		PackageCopyrightText: "NOASSERTION", PackageChecksums: []common.Checksum{{Algorithm: common.SHA256, Value: sum}}, PrimaryPackagePurpose: "APPLICATION",
	}
	doc := &spdx.Document{
		SPDXVersion: spdx.Version, DataLicense: spdx.DataLicense, SPDXIdentifier: "DOCUMENT", DocumentName: b.stem(),
		DocumentNamespace: home + "/sbom/" + b.stem() + "-" + sum,
		CreationInfo: &spdx.CreationInfo{
			Created: b.at.Format(time.RFC3339), Creators: []common.Creator{{CreatorType: "Tool", Creator: "clausegraph-release"}},
		},
		Packages:      []*spdx.Package{own},
		Relationships: []*spdx.Relationship{{RefA: common.MakeDocElementID("", "DOCUMENT"), RefB: common.MakeDocElementID("", "clausegraph"), Relationship: "DESCRIBES"}},
	}
	for i, p := range b.parts {
		id := common.ElementID(fmt.Sprintf("part-%d", i+1))
		licence := p.expression()
		if licence == "" {
			licence = "NOASSERTION"
		}
		doc.Packages = append(doc.Packages, &spdx.Package{
			PackageName: p.name, PackageSPDXIdentifier: id, PackageVersion: p.version, PackageDownloadLocation: "NOASSERTION",
			PackageLicenseConcluded: licence, PackageLicenseDeclared: licence, PackageCopyrightText: "NOASSERTION",
			PackageExternalReferences: []*spdx.PackageExternalReference{{Category: common.CategoryPackageManager, RefType: common.TypePackageManagerPURL, Locator: p.purl()}},
		})
		doc.Relationships = append(doc.Relationships, &spdx.Relationship{
			RefA: common.MakeDocElementID("", "clausegraph"), RefB: common.MakeDocElementID("", string(id)), Relationship: "CONTAINS",
		})
	}
	return spdxjson.Write(doc, w, spdxjson.Indent("  "))
}
