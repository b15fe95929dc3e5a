import TestSupport
import Testing

@testable import Site

@Suite("Lines that are known to the policy")
struct KnownLinesTests {
  private let scan = PolicyScan(origin: "https://ejemplo.dev")

  private func needs(_ page: String, _ memory: inout PolicyMemory) -> [String] {
    scan.needs(of: Array(page.utf8).span, remembering: &memory).sorted().map(\.text)
  }

  @Test("ask for the same each time")
  func again() {
    var memory = PolicyMemory()
    for _ in 0..<3 {
      #expect(
        needs("<p>\n<img src=//a.dev/x> <b>\n<img src=//b.dev/x>\n</p>\n", &memory) == [
          "img-src https://a.dev", "img-src https://b.dev",
        ])
    }
  }

  @Test(
    "are others within what began before them",
    arguments: [
      "<!--\n<img src=//a.dev/x>\n-->\n", "<a title=\"\n<img src=//a.dev/x>\n\">x</a>\n",
      "<script type=text/x>\n<img src=//a.dev/x>\n</script>\n", "<p\n<img src=//a.dev/x>\n",
    ])
  func within(page: String) {
    var memory = PolicyMemory()
    let line = "\n<img src=//a.dev/x>\n"
    #expect(needs(line, &memory) == ["img-src https://a.dev"])
    #expect(needs(page, &memory) == [])
    #expect(needs(page + line, &memory) == ["img-src https://a.dev"])
  }

  @Test("are not learned where they leave something open, not even at the end of a page")
  func open() {
    for line in ["<!-- x\n", "<p class=\"\n", "<script type=text/x>\n", "<b\n"] {
      var memory = PolicyMemory()
      #expect(needs(line, &memory) == [])
      #expect(needs(line + "<img src=//a.dev/x>\n", &memory) == [])
    }
  }

  @Test("are passed over with those that followed them, but not what is passed over anyway")
  func runs() {
    var memory = PolicyMemory()
    let (head, foot) = ("<p>\n<b>\n<i>\n", "<u>\n<s>\n")
    for number in 0..<4 {
      #expect(
        needs("\(head)<img src=//\(number).dev/x>\n\(foot)", &memory) == ["img-src https://\(number).dev"])
    }
    #expect(needs("<p>\n<b>\n<img src=//a.dev/x><i>\n\(foot)", &memory) == ["img-src https://a.dev"])
    let page = Array("<p>\n<b>\n<i>\n<img src=//a.dev/x>\n".utf8)
    #expect(scan.needs(of: page.span, passingOver: 4..<8, remembering: &memory).count == 1)
    #expect(scan.needs(of: page.span, passingOver: 4..<page.count, remembering: &memory).isEmpty)
  }

  @Test("ask for the same in whatever order they follow one another")
  func order() {
    let lines = [
      "<p>\n", "</p><b>\n", "text\n", "<i>\n", "<img src=//a.dev/x>\n", "<img src=//b.dev/x>\n", "<!--\n",
      "-->\n",
      "<u class=\"x\">u</u>\n", "<a title=\"\n", "\">\n",
    ]
    var dice = Dice(seed: Seed.current)
    var memory = PolicyMemory()
    for number in 0..<3000 {
      var page = lines.filter { _ in Int.random(in: 0..<3, using: &dice) > 0 }
      if number.isMultiple(of: 3) { page.shuffle(using: &dice) }
      page.insert("<p id=\"\(number)\">\n", at: Int.random(in: 0...page.count, using: &dice))
      var fresh = PolicyMemory()
      #expect(needs(page.joined(), &memory) == needs(page.joined(), &fresh), "seed \(Seed.current): \(page)")
    }
  }

  @Test("ask for what they ask for without a memory, whatever pages are put together from")
  func property() {
    let pieces = [
      "<p>", "\n", "\n", "<img src=//a.dev/y.png>", "<b class=\"x\">", "<b style=\"color: red\">",
      "<p\nonclick=x>", "<!--", "-->", "<style>", "</style>", "<script>", "</script>", "x()", "\"", "'", "<i",
      ">", "=", "<a title='>'>",
      "<link rel=\"icon stylesheet\" href=//c.dev/d>", "<form>", "<", " ",
    ]
    var dice = Dice(seed: Seed.current)
    var memory = PolicyMemory()
    for _ in 0..<2000 {
      let page = (0..<Int.random(in: 0...12, using: &dice)).map { _ in
        pieces.randomElement(using: &dice) ?? ""
      }.joined()
      var fresh = PolicyMemory()
      let whole = needs(page.replacing("\n", with: "\t"), &fresh)
      let known = needs(page, &memory)
      #expect(known == needs(page, &fresh), "seed \(Seed.current): \(page)")
      // Line breaks mean no more than other blanks, but within code.
      if !page.contains("script") && !page.contains("style") {
        #expect(known == whole, "seed \(Seed.current): \(page)")
      }
    }
  }
}
