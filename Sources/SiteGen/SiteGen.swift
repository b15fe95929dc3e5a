import Diagnostics
import Language

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The program: understands the command line, calls the command, prints what came of it.
@main
struct SiteGen {
  static func main() {
    let code = run(Array(CommandLine.arguments.dropFirst()), environment: .current())
    exit(code.rawValue)
  }

  static func run(_ words: [String], environment: Environment) -> ExitCode {
    let commands = Command.all
    let plain = Console(environment: environment, invocation: Invocation(guessing: words))
    do {
      switch try CommandLineParser(commands: commands).parse(words) {
      case .version:
        plain.print("sitegen \(Version.current)\n")
      case .help(let command):
        let help = Help(commands: commands, tongue: plain.tongue)
        plain.print(command.map(help.page) ?? help.overview)
      case .run(let command, let invocation):
        return try command.run(invocation, Console(environment: environment, invocation: invocation))
      }
      return .done
    } catch let finding as CommandLineFinding {
      plain.show(finding)
      return .usage
    } catch let mistake as Mistake {
      plain.show(Report([mistake]))
      return .outside
    } catch {
      plain.show(Report([Mistake(UnexpectedFailure(text: "\(error)"), path: "sitegen", place: nil)]))
      return .outside
    }
  }
}

/// An error that no command foresaw: a bug of ours.
private struct UnexpectedFailure: Finding {
  let text: String
  var code: String { "unexpected-failure" }
  var severity: Severity { .error }

  func sentence(in tongue: Tongue) -> Sentence {
    Sentence(
      text,
      hint: tongue.pick(
        en: "this is a bug in sitegen: please report it",
        es: "esto es un fallo de sitegen: por favor, avísanos"
      )
    )
  }
}

extension Invocation {
  /// Finds the tongue and the format in a command line that may be wrong, so that its mistakes are told as asked.
  init(guessing words: [String]) {
    self.init()
    for option in Option.common {
      guard case .choice(let choices) = option.value else { continue }
      for (word, next) in zip(words, words.dropFirst() + [""]) {
        let value =
          word == option.name
          ? next : word.hasPrefix(option.name + "=") ? String(word.dropFirst(option.name.count + 1)) : ""
        if choices.contains(value) { set(option.name, to: value) }
      }
    }
  }
}
