import Nodes
import Testing

@Suite("The schema of a structure")
struct SchemaTests {
  @Test("says all that its initialiser asks for")
  func document() {
    let schema = SampleSite.schema(title: "Site")
    #expect(schema["$schema"]?.text == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema["title"]?.text == "Site")
    #expect(schema["required"]?.list?.map(\.text) == ["title"])
    #expect(schema["additionalProperties"]?.boolean == false)
    let properties = schema["properties"]
    let keys = properties?.entries?.map(\.key)
    #expect(
      keys == [
        "title", "base_url", "baseURL", "raw_html", "ratio", "port", "tags", "feeds", "menu", "sections",
      ])
    #expect(properties?["baseURL"]?["deprecated"]?.boolean == true)
    #expect(properties?["raw_html"]?["enum"]?.list?.map(\.text) == ["allow", "filter", "escape"])
    #expect(properties?["raw_html"]?["default"]?.text == "filter")
    #expect(properties?["ratio"]?["default"]?.number == 1.5)
    #expect(properties?["title"]?["description"]?.text == "The site's name.")
    let limit = properties?["feeds"]?["properties"]?["limit"]
    #expect(limit?["type"]?.text == "integer")
    #expect(limit?["minimum"]?.integer == 1)
    #expect(limit?["maximum"]?.integer == 1000)
    #expect(limit?["default"]?.integer == 20)
  }

  @Test("refers to a structure that contains itself")
  func recursive() {
    let schema = SampleSite.schema(title: "Site")
    #expect(schema["properties"]?["menu"]?["items"]?["$ref"]?.text == "#/$defs/Link")
    let link = schema["$defs"]?["Link"]
    #expect(link?["properties"]?["links"]?["items"]?["$ref"]?.text == "#/$defs/Link")
    #expect(link?["required"]?.list?.map(\.text) == ["name"])
  }
}
