import Diagnostics
import Language
import Testing

@testable import SiteGen

@Suite("The command line")
struct CommandLineTests {
  /// A table of two commands, so that the tests do not move when commands are added.
  private static let commands = [
    Command(
      name: "build",
      summary: Words(en: "build the site", es: "construye el sitio"),
      options: [
        Option(
          name: "--output", value: .text(label: "DIR", completes: .folder),
          summary: Words(en: "where to", es: "dónde")),
        Option(
          name: "--jobs", value: .number(label: "N", allowed: 1...64),
          summary: Words(en: "how many", es: "cuántos")),
        Option(name: "--drafts", summary: Words(en: "with drafts", es: "con borradores")),
      ],
      run: { _, _ in .done }
    ),
    Command(
      name: "new",
      summary: Words(en: "begin a post", es: "empieza una entrada"),
      arguments: [
        Argument(label: "post|project", summary: Words(en: "what", es: "qué"), choices: ["post", "project"]),
        Argument(label: "TITLE", summary: Words(en: "its title", es: "su título"), isRequired: false),
      ],
      run: { _, _ in .done }
    ),
    Command.family(
      "stock", summary: Words(en: "look at the shelves", es: "mira los estantes"),
      members: [
        Command(
          name: "stock count", summary: Words(en: "count what is there", es: "cuenta lo que hay"),
          options: [Option(name: "--all", summary: Words(en: "everything", es: "todo"))],
          run: { _, _ in .done }),
        Command(
          name: "stock show", summary: Words(en: "show one shelf", es: "enseña un estante"),
          arguments: [Argument(label: "SHELF", summary: Words(en: "which", es: "cuál"))],
          examples: ["sitegen stock show 3"],
          run: { _, _ in .done }),
      ]),
  ]

  private func parse(_ line: String) throws -> CommandLineParser.Request {
    try CommandLineParser(commands: Self.commands).parse(line.split(separator: " ").map(String.init))
  }

  @Test(
    "tells what is wrong and what to do",
    arguments: [
      ("biuld", "there is no command 'biuld'", "did you mean 'build'?"),
      ("frobnicate", "there is no command 'frobnicate'", "'sitegen help' lists the commands"),
      ("--vresion", "'sitegen' has no option '--vresion'", "did you mean '--version'?"),
      ("-x", "'sitegen' has no option '-x'", "see 'sitegen help'"),
      ("--frmat json build", "'sitegen' has no option '--frmat'", "did you mean '--format'?"),
      ("--format build", "'--format' can't be 'build'", "one of: human, json, github"),
      ("build --ouput x", "'build' has no option '--ouput'", "did you mean '--output'?"),
      ("build -x", "'build' has no option '-x'", "see 'sitegen help build'"),
      ("build --output", "'--output' lacks its value", "write --output DIR"),
      ("build --drafts=si", "'--drafts' takes no value, but 'si' was given", "write --drafts alone"),
      ("build --jobs many", "'--jobs' takes a whole number, not 'many'", "from 1 to 64"),
      ("build --jobs 65", "'--jobs' takes a whole number, not '65'", "from 1 to 64"),
      ("build --format jason", "'--format' can't be 'jason'", "did you mean 'json'?"),
      ("build --format x", "'--format' can't be 'x'", "one of: human, json, github"),
      ("build here", "'build' can't do anything with 'here'", "see 'sitegen help build'"),
      ("new", "'new' lacks post|project", "see 'sitegen help new'"),
      ("new pots", "'post|project' can't be 'pots'", "did you mean 'post'?"),
      ("stock", "'stock' lacks count|show", "see 'sitegen help stock'"),
      ("stock cuont", "'stock' has no command 'cuont'", "did you mean 'count'?"),
      ("stock sell", "'stock' has no command 'sell'", "one of: count, show"),
      ("stock --all count", "'stock' has no option '--all'", "see 'sitegen help stock'"),
      ("stock show", "'stock show' lacks SHELF", "see 'sitegen help stock show'"),
      ("stock show --all 3", "'stock show' has no option '--all'", "see 'sitegen help stock show'"),
      ("help stock sohw", "'stock' has no command 'sohw'", "did you mean 'show'?"),
      ("help biuld", "there is no command 'biuld'", "did you mean 'build'?"),
    ]
  )
  func mistakes(line: String, message: String, hint: String) {
    let finding = #expect(throws: CommandLineFinding.self) { try parse(line) }
    #expect(finding?.sentence(in: .english) == Sentence(message, hint: hint))
  }

  @Test(
    "tells it in Spanish too",
    arguments: [
      (
        CommandLineFinding.unknownCommand("x", nearest: nil), "no existe la orden «x»",
        "«sitegen help» enumera las órdenes"
      ),
      (.unknownCommand("biuld", nearest: "build"), "no existe la orden «biuld»", "¿querías decir «build»?"),
      (
        .unknownMember("x", family: "stock", members: ["count", "show"], nearest: nil),
        "«stock» no tiene la orden «x»", "una de: count, show"
      ),
      (
        .unknownOption("-x", command: "build", nearest: nil), "«build» no tiene la opción «-x»",
        "mira «sitegen help build»"
      ),
      (
        .missingValue(option: "--output", label: "DIR"), "a «--output» le falta su valor",
        "escribe --output DIR"
      ),
      (
        .unexpectedValue(option: "--drafts", value: "si"), "«--drafts» no lleva valor y se le ha dado «si»",
        "escribe solo --drafts"
      ),
      (
        .notANumber(option: "--jobs", value: "x", allowed: 1...64), "«--jobs» lleva un número entero, no «x»",
        "de 1 a 64"
      ),
      (
        .notAChoice(of: "--format", value: "x", choices: ["a", "b"], nearest: nil),
        "«--format» no puede ser «x»", "una de: a, b"
      ),
      (
        .missingArgument(label: "FILE", command: "explain"), "a «explain» le falta FILE",
        "mira «sitegen help explain»"
      ),
      (
        .surplusArgument("x", command: "build"), "«build» no sabe qué hacer con «x»",
        "mira «sitegen help build»"
      ),
      (.optionsExclude("--a", "--b"), "«--a» y «--b» se excluyen", "deja una de las dos"),
      (.optionNeeds("--a", "--b"), "«--a» no sirve sin «--b»", "añade --b"),
    ]
  )
  func spanish(finding: CommandLineFinding, message: String, hint: String) {
    #expect(finding.sentence(in: .spanish) == Sentence(message, hint: hint))
  }

  @Test("takes what every command takes before the command, too")
  func leading() throws {
    guard case .run(let command, let invocation) = try parse("--lang es --quiet build --format json") else {
      Issue.record("no command was found")
      return
    }
    #expect(command.name == "build")
    #expect(invocation.values == ["--lang": "es", "--quiet": "", "--format": "json"])
    guard case .version = try parse("--lang=es --version") else {
      Issue.record("no version was asked for")
      return
    }
    guard case .help(nil) = try parse("--lang es") else {
      Issue.record("no help was asked for")
      return
    }
  }

  @Test("finds the member of a family, after what every command takes")
  func members() throws {
    guard case .run(let command, let invocation) = try parse("stock --quiet count --all --lang es") else {
      Issue.record("no command was found")
      return
    }
    #expect(command.name == "stock count")
    #expect(invocation.values == ["--quiet": "", "--all": "", "--lang": "es"])
    guard case .help(let family?) = try parse("stock --help"),
      case .help(let member?) = try parse("help stock show")
    else {
      Issue.record("no help was asked for")
      return
    }
    #expect(family.name == "stock")
    #expect(member.name == "stock show")
  }

  @Test("help of a family lists its members")
  func familyHelp() {
    #expect(
      Help(commands: Self.commands, tongue: .english).page(of: Self.commands[2]) == """
        usage: sitegen stock count|show [OPTIONS]

        Look at the shelves.

          count  count what is there
          show   show one shelf

        'sitegen help stock COMMAND' tells more.

        """
    )
  }

  @Test("excluding and needed options are told in English")
  func english() {
    #expect(
      CommandLineFinding.optionsExclude("--a", "--b").sentence(in: .english)
        == Sentence("'--a' and '--b' exclude each other", hint: "keep one of them")
    )
    #expect(
      CommandLineFinding.optionNeeds("--a", "--b").sentence(in: .english)
        == Sentence("'--a' is of no use without '--b'", hint: "add --b")
    )
  }

  @Test("takes values after a space or an equals sign, and words after -- as they are")
  func values() throws {
    guard case .run(let command, let invocation) = try parse("build --output=a=b --jobs 4 --drafts") else {
      Issue.record("not a command")
      return
    }
    #expect(command.name == "build")
    #expect(invocation.text("--output") == "a=b")
    #expect(invocation.number("--jobs") == 4)
    #expect(invocation.has("--drafts"))
    #expect(!invocation.has("--quiet"))
    guard case .run(_, let other) = try parse("new post -- --title") else { return }
    #expect(other.arguments == ["post", "--title"])
  }

  @Test("help of a command is made from its table")
  func help() {
    #expect(
      Help(commands: Self.commands, tongue: .english).page(of: Self.commands[0]) == """
        usage: sitegen build [--output DIR] [--jobs N] [--drafts]

        Build the site.

          --output DIR                where to
          --jobs N                    how many
          --drafts                    with drafts
          --format human|json|github  how results and mistakes are written (default: human)
          --lang es|en                the language of messages (default: from LANG)
          --quiet                     print errors and results only
          --verbose                   print more
          --help                      print this help

        """
    )
  }

  @Test("the overview lists every command")
  func overview() {
    #expect(
      Help(commands: Self.commands, tongue: .spanish).overview == """
        sitegen: blog y portafolio de un homelab, publicados a partir de Markdown

        uso: sitegen ORDEN [OPCIONES]

          build  construye el sitio
          new    empieza una entrada
          stock  mira los estantes

        «sitegen help ORDEN» cuenta más; «sitegen --version» escribe la versión.

        """
    )
  }
}

@Suite("The surroundings")
struct EnvironmentTests {
  private func environment(_ variables: [String: String], terminal: Bool = true) -> Environment {
    Environment(variables: variables, standardOutputIsTerminal: terminal, standardErrorIsTerminal: terminal)
  }

  @Test(
    "choose the tongue by the first locale variable that is set",
    arguments: [
      ([:], Tongue.english),
      (["LANG": "es_ES.UTF-8"], .spanish),
      (["LANG": "es_ES.UTF-8", "LC_ALL": "C"], .english),
      (["LANG": "en_US.UTF-8", "LC_MESSAGES": "es_MX"], .spanish),
      (["LC_ALL": "", "LANG": "es"], .spanish),
    ]
  )
  func tongue(variables: [String: String], expected: Tongue) {
    #expect(environment(variables).tongue == expected)
  }

  @Test("allow colour on terminals that do not refuse it")
  func colour() {
    #expect(environment([:]).wantsColour)
    #expect(!environment([:], terminal: false).wantsColour)
    #expect(!environment(["NO_COLOR": "1"]).wantsColour)
    #expect(environment(["NO_COLOR": ""]).wantsColour)
    #expect(!environment(["TERM": "dumb"]).wantsColour)
  }
}
