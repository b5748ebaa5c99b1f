"""Signed notes and checkpoints: Go's published examples are read, and nothing unsigned is accepted."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing_audit.signed_notes import Checkpoint, InvalidKey, InvalidNote, Signer, UnknownKey, Verifier, open_note

# The example in the documentation of golang.org/x/mod/sumdb/note.
PETER_SIGNS = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
NOTE = (
    TEXT
    + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)
SIGNER = Signer.generate("tests")
POINT = Checkpoint("o_1", 3, bytes(range(32)), "2026-11-23T10:00:00.000000Z")


def test_the_published_note_and_keys() -> None:
    assert str(Signer.parse(PETER_SIGNS).verifier) == PETER
    assert Signer.parse(PETER_SIGNS).text() == PETER_SIGNS
    assert open_note(NOTE, [Verifier.parse(PETER)]) == TEXT
    assert Signer.parse(PETER_SIGNS).sign(TEXT) == NOTE


def test_a_checkpoint_reads_back() -> None:
    note = POINT.note(SIGNER)
    assert note.startswith("tests/o_1\n3\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\nsealed 2026-")
    assert Checkpoint.parse(note, "o_1", [Verifier.parse(PETER), SIGNER.verifier]) == POINT


@given(st.data())
def test_no_changed_byte_passes(data: st.DataObject) -> None:
    note = POINT.note(SIGNER)
    place = data.draw(st.integers(0, len(note) - 1))
    other = data.draw(st.characters(exclude_characters=note[place], exclude_categories=["Cs"]))
    with pytest.raises(InvalidNote):
        Checkpoint.parse(note[:place] + other + note[place + 1 :], "o_1", [SIGNER.verifier])


def test_one_signature_has_one_spelling() -> None:
    note = POINT.note(SIGNER)
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    same = alphabet[alphabet.index(note[-3]) ^ 1]
    with pytest.raises(InvalidNote):
        Checkpoint.parse(note[:-3] + same + note[-2:], "o_1", [SIGNER.verifier])


@pytest.mark.parametrize(
    "note", ["", "\n", "\n\n", POINT.note(SIGNER) + "\n", POINT.note(SIGNER)[:-1], TEXT, "— tests AA==\n"]
)
def test_what_is_no_note_is_refused(note: str) -> None:
    with pytest.raises(InvalidNote):
        Checkpoint.parse(note, "o_1", [SIGNER.verifier])


def test_another_key_of_the_same_name_does_not_pass() -> None:
    with pytest.raises(InvalidNote, match="not signed by a known key"):
        Checkpoint.parse(POINT.note(Signer.generate("tests")), "o_1", [SIGNER.verifier])
    with pytest.raises(InvalidNote, match="not signed by a known key"):
        Checkpoint.parse(POINT.note(SIGNER), "o_1", [])


def test_a_signed_text_that_is_no_checkpoint_is_refused() -> None:
    with pytest.raises(InvalidNote, match="not a checkpoint"):
        Checkpoint.parse(SIGNER.sign_for_log("o_1", "hello\n"), "o_1", [SIGNER.verifier])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        PETER,
        PETER_SIGNS[:-4],
        PETER_SIGNS.replace("c74f20a3", "c74f20a4"),
        PETER_SIGNS.replace("Peter", "Petra"),
    ],
)
def test_what_is_no_key_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(InvalidKey) as refused:
        Signer.parse(text)
    assert not text or text not in str(refused.value) or len(text) < 2
    with pytest.raises(InvalidKey):
        Verifier.parse(PETER.replace("c74f20a3", "c74f20a4"))


def test_a_key_tells_itself_to_nobody() -> None:
    signer = Signer.parse(PETER_SIGNS)
    assert "AYEKFALV" not in repr(signer) + str(signer)
    with pytest.raises(InvalidKey):
        Signer.generate("two words")


def test_no_log_passes_for_another() -> None:
    for other in ("o_2", "1", "tests/o_1"):
        with pytest.raises(InvalidNote, match="not this log's"):
            Checkpoint.parse(POINT.note(SIGNER), other, [SIGNER.verifier])
    # The name of the log is what the key signs under, so that a tool that compares only names finds no other log's.
    assert SIGNER.verifier.of_log("o_1").key_id != SIGNER.verifier.of_log("o_2").key_id
    renamed = POINT.note(SIGNER).replace("tests/o_1", "tests/o_2")
    with pytest.raises(UnknownKey):
        Checkpoint.parse(renamed, "o_2", [SIGNER.verifier])
    with pytest.raises(UnknownKey):
        Checkpoint.parse(POINT.note(Signer.generate("elsewhere")), "o_1", [SIGNER.verifier])


def test_a_missing_key_is_told_from_an_altered_note() -> None:
    stranger = Signer.generate("tests")
    with pytest.raises(UnknownKey, match=rf"only by tests/o_1\+{stranger.verifier.of_log('o_1').key_id.hex()}"):
        Checkpoint.parse(POINT.note(stranger), "o_1", [SIGNER.verifier])
    with pytest.raises(InvalidNote, match="the signature of") as altered:
        Checkpoint.parse(POINT.note(SIGNER).replace("\n3\n", "\n4\n"), "o_1", [SIGNER.verifier])
    assert not isinstance(altered.value, UnknownKey)


@pytest.mark.parametrize("extensions", ["", "sealed 2026-11-23T10:00:00Z\n", "other\nlines\n"])
def test_a_checkpoint_needs_no_extension_line(extensions: str) -> None:
    root = base64.b64encode(bytes(32)).decode()
    point = Checkpoint.parse(SIGNER.sign_for_log("o_1", f"3\n{root}\n{extensions}"), "o_1", [SIGNER.verifier])
    assert (point.size, point.root) == (3, bytes(32))


def test_other_tools_read_a_checkpoint_with_the_key_of_its_log() -> None:
    """They know only the note, and one key by name and hash (C2SP's signed-note)."""
    key = Verifier.parse(str(SIGNER.verifier.of_log("o_1")))
    text = open_note(POINT.note(SIGNER), [key])
    assert text.splitlines()[0] == key.name == "tests/o_1"
