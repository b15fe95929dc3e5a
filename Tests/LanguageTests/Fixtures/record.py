#!/usr/bin/env python3
"""Writes the tables that the tests of Language compare with: clocks by zoneinfo, the rest by ICU (python3-icu).

Run it in this folder; the tables in the repository came from tzdata 2025b and ICU 72.
"""

import datetime
import random
import zoneinfo

import icu

ZONES = """Europe/Madrid Atlantic/Canary Africa/Ceuta America/New_York America/Sao_Paulo America/Santiago Australia/Lord_Howe
Asia/Kolkata Pacific/Apia Europe/Dublin Africa/Casablanca America/Nuuk Asia/Gaza""".split()
CLOCKS = {'Europe/Madrid': ['2026-03-29 01:59:59',
                   '2026-03-29 02:00:00',
                   '2026-03-29 02:30:00',
                   '2026-03-29 03:00:00',
                   '2026-10-25 01:59:59',
                   '2026-10-25 02:00:00',
                   '2026-10-25 02:59:59',
                   '2026-10-25 03:00:00',
                   '1942-05-02 22:30:00',
                   '1949-05-01 00:00:00',
                   '1901-01-01 00:00:00',
                   '1978-04-02 02:30:00',
                   '2099-07-01 12:00:00',
                   '2500-10-31 02:30:00'],
 'Pacific/Apia': ['2011-12-30 12:00:00', '2011-12-29 23:59:59', '2011-12-31 00:00:00'],
 'Australia/Lord_Howe': ['2026-04-05 01:45:00', '2026-10-04 02:15:00']}
WORDS = """año ano ancho anzuelo ñandú nube nuez ñoño nácar camion camión cámara camara Cámara CAMARA canon cañón Cañón caña cana
Talos talos TALOS Kubernetes kubernetes k3s K3s K8s k8s v1.2 v1.10 v1.9 v2 v10 nodo-1 nodo-2 nodo-10 nodo_3 nodo 4|nodo 5|nodo a
ámbito ambito Ámbar águila zorro zócalo Zócalo über uber pingüino pinguino pingüinera lógica Logica œuvre oeuvre ärger Ärger straße strasse
C C++ C# .NET 10 9 100 007 7 2024 2025 ¿qué? ¡hola! hola (hola) «hola» "hola" red red\u00a0local|red local|redes red-local
élite elite Élite Elite última ultimo último Ubuntu ubuntu ü u ú ù û û2 ö ó ò õ o ñ n m z cote coté côte côté""".replace("\n", " ")
PHRASES = """nodo 4|nodo 5|nodo a|red local|redes|red-local|alta disponibilidad|Alta Disponibilidad|altadisponibilidad|copia de seguridad|copias|Привет|Ярлык|ελληνικά|日本|a/b|a b|a-b|ab|a_b|a.b|a,b|a:b""".split("|")
PATTERNS = ["d 'de' MMMM 'de' y",
 'EEEE d MMM y',
 'EEE, dd/MM/yy HH:mm',
 'MMMM d, y h:mm a',
 'D w Y',
 'EEEEE MMMMM',
 'HH:mm:ss.SSS xxx',
 'h a',
 "yyyy-MM-dd'T'HH:mm:ssXXX",
 'LLLL y']
NUMBERS = [0.5, 2.675, 1234.5, 1e21, 0.1+0.2, -0.004, 999999.995, 12345678.9, 1e-7, 0.125, -1234567.891, 99.95, 1e15+0.3, 5e-324]


def write(name, heading, lines):
    with open(name, "w") as file:
        file.write("# " + heading + "\n" + "\n".join(lines) + "\n")


def clocks():
    random.seed(7)
    for name in ZONES:
        zone = zoneinfo.ZoneInfo(name)
        chosen = list(CLOCKS.get(name, []))
        # Rules still to be made elsewhere must not break a test, so the future is asked about in two places only.
        last = 2060 if name in ("Europe/Madrid", "America/New_York") else 2023
        for _ in range(8):
            chosen.append(str(datetime.datetime(
                random.randint(1930, last), random.randint(1, 12), random.randint(1, 28),
                random.randint(0, 23), random.randint(0, 59), random.randint(0, 59))))
        for clock in chosen:
            moment = datetime.datetime.fromisoformat(clock)
            earlier = moment.replace(tzinfo=zone, fold=0)
            later = moment.replace(tzinfo=zone, fold=1)
            shown = earlier.astimezone(datetime.timezone.utc).astimezone(zone).tzname()
            yield f"{name} | {clock} | {int(earlier.timestamp())} | {int(later.timestamp())} | {shown}"


def ordered(tongue):
    collator = icu.Collator.createInstance(icu.Locale(tongue))
    collator.setAttribute(icu.UCollAttribute.NUMERIC_COLLATION, icu.UCollAttributeValue.ON)
    texts = {word for word in WORDS.split(" ") if word and "|" not in word and "\u00a0" not in word}
    by_bytes = sorted(texts | set(PHRASES), key=lambda text: text.encode())
    return sorted(by_bytes, key=collator.getSortKey)


def dates():
    for number in range(40):
        second = random.randint(-2000000000, 4000000000)
        offset = random.choice([0, 3600, 7200, -12600, 20700])
        pattern = PATTERNS[number % len(PATTERNS)]
        zone = icu.SimpleTimeZone(offset * 1000, "X")
        cells = [str(second), str(offset), pattern]
        for tongue in ("es", "en"):
            form = icu.SimpleDateFormat(pattern, icu.Locale(tongue))
            if "w" in pattern:
                calendar = icu.GregorianCalendar(zone, icu.Locale("es_ES"))
                calendar.setFirstDayOfWeek(2)
                calendar.setMinimalDaysInFirstWeek(4)
                form.setCalendar(calendar)
            form.setTimeZone(zone)
            cells.append(form.format(float(second)))
        yield " | ".join(cells)


def numbers():
    spread = [random.uniform(-10 ** random.randint(0, 9), 10 ** random.randint(0, 9)) for _ in range(30)]
    for number in NUMBERS + spread:
        least = random.randint(0, 2)
        most = least + random.randint(0, 3)
        cells = [repr(number), str(least), str(most)]
        for tongue in ("es", "en"):
            form = icu.NumberFormat.createInstance(icu.Locale(tongue))
            form.setMinimumGroupingDigits(1)
            form.setRoundingMode(icu.DecimalFormat.kRoundHalfUp)
            form.setMinimumFractionDigits(least)
            form.setMaximumFractionDigits(most)
            text = form.format(number)
            # A negative number that rounds to nothing is written without its sign.
            cells.append(text[1:] if text.startswith("-0") and set(text[1:]) <= set("0.,") else text)
        yield " | ".join(cells)


write("clocks.txt", "zone | clock | earlier instant | later instant (the same unless the clock shows it twice or never)"
      " | abbreviation at the earlier one", clocks())
random.seed(3)
for tongue in ("es", "en"):
    write(f"sorted-{tongue}.txt", "A list as ICU sorts it, numbers by value; equals by their bytes.", ordered(tongue))
write("dates.txt", "seconds since the epoch | offset in seconds | pattern | in Spanish | in English, as ICU formats them",
      dates())
write("numbers.txt", "number | decimals at least | decimals at most | in Spanish | in English, as ICU formats them"
      " with groups of three always", numbers())
