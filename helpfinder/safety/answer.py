def numbers(signal, person_is_young, is_open):
    return ("113", "112", "kjt")
