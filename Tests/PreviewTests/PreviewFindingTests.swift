import Diagnostics
import Language
import Testing

@testable import Preview

@Suite("What a preview has to say")
struct PreviewFindingTests {
  /// A finding, what it says in English, and in Spanish; a second line is the hint.
  struct Case: Sendable, CustomTestStringConvertible {
    let finding: PreviewFinding
    let severity: Severity
    let english: String
    let spanish: String

    var testDescription: String { english }
  }

  static let cases = [
    Case(
      finding: .portTaken(8080, by: "hugo", process: 4711), severity: .error,
      english: """
        port 8080 is taken by 'hugo' (process 4711)
        end it, or choose another port: --port 8081, or --port 0 for any that is free
        """,
      spanish: """
        el puerto 8080 lo tiene «hugo» (proceso 4711)
        ciérralo o elige otro puerto: --port 8081, o --port 0 para cualquiera libre
        """),
    Case(
      finding: .portTaken(65_535, by: nil, process: nil), severity: .error,
      english: """
        port 65535 is taken
        end it, or choose another port: --port 65534, or --port 0 for any that is free
        """,
      spanish: """
        el puerto 65535 está ocupado
        ciérralo o elige otro puerto: --port 65534, o --port 0 para cualquiera libre
        """),
    Case(
      finding: .unknownHost("nadie"), severity: .error,
      english: """
        nobody knows the host 'nadie'
        give an address of this machine, such as --host 127.0.0.1
        """,
      spanish: """
        nadie conoce el host «nadie»
        indica una dirección de esta máquina, como --host 127.0.0.1
        """),
    Case(
      finding: .cannotListen(host: "10.9.9.9", port: 80, reason: "Permission denied"), severity: .error,
      english: """
        can't listen at 10.9.9.9, port 80: Permission denied
        choose an address of this machine and a port above 1023
        """,
      spanish: """
        no se puede escuchar en 10.9.9.9, puerto 80: Permission denied
        elige una dirección de esta máquina y un puerto mayor que 1023
        """),
    Case(
      finding: .noLibrary(reason: "libmicrohttpd.so.12: no such file"), severity: .error,
      english: """
        the preview needs libmicrohttpd: libmicrohttpd.so.12: no such file
        install it: apt-get install libmicrohttpd12
        """,
      spanish: """
        la vista previa necesita libmicrohttpd: libmicrohttpd.so.12: no such file
        instálala: apt-get install libmicrohttpd12
        """),
    Case(
      finding: .cannotStart(reason: "Too many open files"), severity: .error,
      english: "the preview can't start: Too many open files",
      spanish: "la vista previa no arranca: Too many open files"),
    Case(
      finding: .openToOthers(host: "0.0.0.0"), severity: .warning,
      english: """
        with --host 0.0.0.0 other machines can read the preview, drafts included
        leave --host out when nobody else should look
        """,
      spanish: """
        con --host 0.0.0.0 otras máquinas pueden leer la vista previa, borradores incluidos
        quita --host si nadie más debe mirar
        """),
    Case(
      finding: .watchLimit, severity: .warning,
      english: """
        the kernel watches no more folders: changes are looked for twice a second
        raise the limit: sysctl fs.inotify.max_user_watches=524288
        """,
      spanish: """
        el núcleo no vigila más carpetas: los cambios se buscan dos veces por segundo
        sube el límite: sysctl fs.inotify.max_user_watches=524288
        """),
    Case(
      finding: .cannotWatch(reason: "Function not implemented"), severity: .warning,
      english: "folders can't be watched (Function not implemented): changes are looked for twice a second",
      spanish:
        "no se pueden vigilar las carpetas (Function not implemented): los cambios se buscan dos veces por segundo"
    ),
    Case(
      finding: .updateFailed(reason: "Input/output error"), severity: .error,
      english: """
        the site could not be read again: Input/output error
        the last good state goes on being shown; save again to try again
        """,
      spanish: """
        no se pudo releer el sitio: Input/output error
        se sigue mostrando el último estado bueno; guarda otra vez para reintentarlo
        """),
    Case(
      finding: .noBrowser(address: "http://127.0.0.1:8080/"), severity: .warning,
      english: """
        no browser could be opened
        open http://127.0.0.1:8080/ yourself
        """,
      spanish: """
        no se pudo abrir ningún navegador
        abre tú http://127.0.0.1:8080/
        """),
  ]

  @Test("is said in English and in Spanish, with what to do", arguments: cases)
  func sentences(of one: Case) {
    func text(_ sentence: Sentence) -> String {
      [sentence.message, sentence.hint].compactMap { $0 }.joined(separator: "\n")
    }
    #expect(text(one.finding.sentence(in: .english)) == one.english)
    #expect(text(one.finding.sentence(in: .spanish)) == one.spanish)
    #expect(one.finding.severity == one.severity)
  }
}
