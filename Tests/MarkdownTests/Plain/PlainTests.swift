import Foundation
import Markdown
import Testing

@Suite("Plain mode equals cmark-gfm byte for byte")
struct PlainTests {
  @Test(
    "on every example of the specification",
    .enabled(if: FileManager.default.fileExists(atPath: Oracle.specification)))
  func specification() throws {
    let examples = try Oracle.examples()
    #expect(examples.count > 600)
    var markdown = Markdown()
    for example in examples {
      #expect(try plain(Array(example.utf8), &markdown) == Oracle.html(of: example), "\(example)")
    }
  }

  @Test(
    "on constructs that are ours and must not leak",
    arguments: [
      "!!! note\n    x\n", "??? tip \"a\"\n    x\n", "=== \"a\"\n\n    x\n", "::: note\nx\n:::\n",
      "{{< x >}}\n",
      "# a {#b .c}\n", "a ==b== ^^c^^ H~2~O ++ctrl+c++ :smile: \"x\" ... --\n", "> [!NOTE]\n> x\n",
      "a\n:   b\n",
      "*[HTML]: x\n\nHTML\n", "[TOC]\n", "<!-- more -->\n", "![a](b.png)\n", "x[^1] y[^1]\n\n[^1]: z\n",
      "- [ ] a\n- [x] b\n", "a\0b\r\nc\rd", "",
    ])
  func leaks(text: String) throws {
    var markdown = Markdown()
    #expect(try plain(Array(text.utf8), &markdown) == Oracle.html(of: text))
  }

  @Test("on every file under the folder that SITEGEN_CORPUS names")
  func corpus() throws {
    guard let folder = ProcessInfo.processInfo.environment["SITEGEN_CORPUS"] else { return }
    var markdown = Markdown()
    var count = 0
    for case let file as URL in FileManager.default.enumerator(
      at: URL(filePath: folder), includingPropertiesForKeys: nil) ?? FileManager.DirectoryEnumerator()
    where file.pathExtension == "md" {
      count += 1
      #expect(try plain(Array(Data(contentsOf: file)), &markdown) == Oracle.html(of: file), "\(file.path)")
    }
    #expect(count > 0)
  }

  private func plain(_ bytes: [UInt8], _ markdown: inout Markdown) throws -> [UInt8] {
    var out: [UInt8] = []
    markdown.renderPlain(bytes.span, into: &out)
    return out
  }
}
